/** What can be done with the dossiers of the number at the counter. */
export interface DossierWishes {
  /** Opens what the key H opens. */
  readonly ask: () => void;
  /** @returns whether it was added; else the state says why not */
  readonly add: (typed: string) => Promise<boolean>;
  /** Another try is made: why the last one failed is not said any more. */
  readonly forgetRefusal: () => void;
  readonly setNoted: (ref: string, isNoted: boolean) => void;
  readonly openHolder: (ref: string) => void;
  readonly hideHolder: () => void;
  readonly copy: (code: string) => void;
}
