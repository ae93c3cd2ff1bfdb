/** How the errands of a field are worded; `single` ones stand for themselves. */
export type ErrandKind = "licence" | "registration" | "benefit" | "project" | "single";

/** Made-up errands of one field: each subject is said with each action of its kind. */
export interface DemoField {
  readonly field: string;
  /** A service of the demonstration's centre. */
  readonly serviceId: string;
  readonly kind: ErrandKind;
  /** Nouns, small letters but for names, as they stand behind the action. */
  readonly subjects: readonly string[];
}
