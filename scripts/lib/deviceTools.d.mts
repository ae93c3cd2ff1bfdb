export function ensureDeviceTools(options: { readonly log: (line: string) => void }): Promise<void>;
export function missingTools(searchPath: string): readonly {
  readonly program: string;
  readonly from: string;
  readonly proves: string;
}[];
