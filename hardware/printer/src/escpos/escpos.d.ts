/** The part of escpos 3.0.0-alpha.6 that we use; the package has no types of its own. */
declare module "escpos" {
  /** Collects commands. Without an adapter nothing is sent. */
  class Printer {
    constructor(adapter: Readonly<Record<string, never>>);
    readonly buffer: {
      /** Takes a Buffer as it is; a Uint8Array would be written as text. */
      write(bytes: Buffer): unknown;
      /** The bytes so far. They share memory with what is written next. */
      flush(): Buffer;
    };
    hardware(command: "init"): this;
  }
  const escpos: { readonly Printer: typeof Printer };
  export default escpos;
}
