import { type DossierPull, type DossierSource, DossierSourceSchema } from "@luot/contract";

/** What stands in the form of a source: texts as typed, so with faults too. */
export interface SourceDraft {
  readonly id: string;
  readonly name: string;
  readonly kind: DossierSource["kind"];
  readonly isOn: boolean;
  /** A mapping that comes with the hub, or `own`. */
  readonly mapping: string;
  /** The document of one's own, as typed. */
  readonly ownMapping: string;
  readonly url: string;
  readonly loginUrl: string;
  readonly username: string;
  /** Empty keeps the one that the hub has. */
  readonly password: string;
  readonly everyMinutes: string;
  readonly pageSize: string;
  /** What the form does not show of a source that is being changed. */
  readonly before: DossierPull | null;
}

/** The mapping that is the centre's own document. */
export const OWN = "own";

const EMPTY: SourceDraft = {
  id: "",
  name: "",
  kind: "pull",
  isOn: true,
  mapping: "dong-bo-ho-so-mc",
  ownMapping: "",
  url: "",
  loginUrl: "",
  username: "",
  password: "",
  everyMinutes: "10",
  pageSize: "100",
  before: null,
};

/** The form as it begins: empty for a new source. */
export function startDraft(source: DossierSource | null): SourceDraft {
  if (source === null) return EMPTY;
  const { id, name, kind, isOn, mapping } = source;
  const isOwn = typeof mapping !== "string";
  return {
    ...EMPTY,
    id,
    name,
    kind,
    isOn,
    mapping: isOwn ? OWN : mapping,
    ownMapping: isOwn ? JSON.stringify(mapping, null, 2) : "",
    ...(source.kind === "pull" ? pullDraft(source.pull) : {}),
  };
}

function pullDraft(pull: DossierPull): Partial<SourceDraft> {
  return {
    url: pull.url,
    loginUrl: pull.login?.url ?? "",
    username: pull.login?.username ?? "",
    everyMinutes: String(pull.everyMinutes),
    pageSize: String(pull.pageSize),
    before: pull,
  };
}

/** Parses a document as typed. @returns `undefined` when it is no JSON */
export function parseDocument(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What the draft says, or the parts of the form that are wrong, by their paths. */
export type DraftResult =
  | { readonly ok: true; readonly value: DossierSource }
  | { readonly ok: false; readonly faults: readonly string[] };

const TIMEOUT_MS = 20_000;

/** What the hub is asked for. */
export function readDraft(draft: SourceDraft): DraftResult {
  const { id, name, kind, isOn } = draft;
  const mapping = draft.mapping === OWN ? parseDocument(draft.ownMapping) : draft.mapping;
  const source = { id, name, kind, isOn, mapping };
  const read = DossierSourceSchema.safeParse(
    kind === "pull" ? { ...source, pull: pullOf(draft) } : source,
  );
  if (read.success) return { ok: true, value: read.data };
  const faults = read.error.issues.map(({ path }) => path.join("."));
  return { ok: false, faults: [...new Set(faults)] };
}

function pullOf(draft: SourceDraft): unknown {
  const { url, loginUrl, username, password, before } = draft;
  const hasLogin = loginUrl !== "" || username !== "";
  return {
    timeoutMs: TIMEOUT_MS,
    ...before,
    url,
    login: hasLogin
      ? { url: loginUrl, username, password: password === "" ? null : password }
      : null,
    everyMinutes: Number(draft.everyMinutes),
    pageSize: Number(draft.pageSize),
  };
}

/** A short name for addresses, made of a name: "Một cửa Đông Hà" → "mot-cua-dong-ha". */
export function slugOf(name: string): string {
  return name
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("đ", "d")
    .replaceAll(/[^a-z0-9]+/g, "-")
    .slice(0, 30)
    .replaceAll(/^-+|-+$/g, "");
}

/** The bytes of a file as base64, in pieces that the call stack bears. */
export async function base64Of(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = "";
  for (let from = 0; from < bytes.length; from += 8_192)
    text += String.fromCharCode(...bytes.subarray(from, from + 8_192));
  return btoa(text);
}
