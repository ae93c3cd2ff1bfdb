import { type DossierSource, DossierSourceSchema } from "@luot/contract";
import type { RegisterReader } from "@luot/store";
import type { RegisterWriter } from "../RegisterWriter.ts";
import { withoutSecret } from "./withoutSecret.ts";

/** The source that files belong to when nobody names another. */
export const FILES: DossierSource = {
  id: "files",
  name: "Tệp hồ sơ",
  kind: "file",
  isOn: true,
  mapping: "auto",
};

/** The sources of dossiers: documents beside what the register keeps of each. */
export class Sources {
  readonly #register: RegisterReader;
  readonly #writer: RegisterWriter;
  readonly #onChange: (sources: readonly DossierSource[]) => void;

  constructor(
    register: RegisterReader,
    writer: RegisterWriter,
    onChange: (sources: readonly DossierSource[]) => void,
  ) {
    this.#register = register;
    this.#writer = writer;
    this.#onChange = onChange;
  }

  /** All, by id; a document of a newer release that can't be read is left out. */
  all(): readonly DossierSource[] {
    const sources = this.#register.sources().flatMap(({ document }) => {
      const source = DossierSourceSchema.safeParse(parsed(document));
      return source.success ? [source.data] : [];
    });
    return sources.some(({ id }) => id === FILES.id) ? sources : [FILES, ...sources];
  }

  find(id: string): DossierSource | null {
    return this.all().find((source) => source.id === id) ?? null;
  }

  /** Makes a source, or changes it. Its secret is kept apart, sealed; without a new one it stays. */
  async put(source: DossierSource): Promise<void> {
    const { document, secret } = withoutSecret(source);
    await this.#writer.run("set-source", {
      id: source.id,
      change: {
        document: JSON.stringify(document),
        isOn: source.isOn,
        ...(secret === null ? {} : { secret }),
      },
    });
    this.#onChange(this.all());
  }

  /** Forgets a source; the dossiers it told of stay. @returns whether there was one */
  async remove(id: string): Promise<boolean> {
    if (this.#register.source(id) === null) return false;
    await this.#writer.run("remove-source", { id });
    this.#onChange(this.all());
    return true;
  }
}

function parsed(document: string): unknown {
  return JSON.parse(document);
}
