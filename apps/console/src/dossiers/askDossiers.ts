import {
  type DemoDossiers,
  DemoDossiersSchema,
  type DossierAdmin,
  DossierAdminSchema,
  DossierRunDetailsSchema,
  type DossierSource,
  type ImportReport,
  ImportReportSchema,
  type MappingTrialResult,
  MappingTrialResultSchema,
} from "@luot/contract";

const ROOT = "/api/launcher/dossiers";
const TIMEOUT_MS = 30_000;
/** A parser of what the hub answers; a schema of the contract. */
type Parse<T> = (body: unknown) => T;

/** Why the hub did not do it: a code that has words, and what it says of the place, if anything. */
export interface Refusal {
  readonly code: string;
  /** The hub's own words, of the field that is wrong; empty without any. */
  readonly detail: string;
}

/** What came of a question: what was asked for, or why not. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: Refusal };

/** What the hub says of the dossiers, or that only its own machine may ask. */
export type AdminAnswer =
  | { readonly kind: "admin"; readonly admin: DossierAdmin }
  | { readonly kind: "not_local" }
  | { readonly kind: "none" };

export type RunDetails = ReturnType<typeof DossierRunDetailsSchema.parse>;

/** Reads an answer of `GET /api/launcher/dossiers`. @throws when it is none that is known */
export function readAdmin(status: number, body: unknown): AdminAnswer {
  if (status === 200) return { kind: "admin", admin: DossierAdminSchema.parse(body) };
  if (status === 403) return { kind: "not_local" };
  if (status === 404) return { kind: "none" };
  throw new Error(`dossiers: HTTP ${status}`);
}

/** The dossiers as they are now. @throws when the hub does not answer, or not with that */
export async function fetchAdmin(signal: AbortSignal): Promise<AdminAnswer> {
  const answer = await fetch(ROOT, { signal });
  return readAdmin(answer.status, await answer.json());
}

/** The refusal in an answer of the hub; `failed` when it says nothing that is known. */
export function refusalOf(body: unknown): Refusal {
  if (typeof body !== "object" || body === null) return { code: "failed", detail: "" };
  const code = "error" in body && typeof body.error === "string" ? body.error : "failed";
  const detail = "message" in body && typeof body.message === "string" ? body.message : "";
  return { code: code === "internal" ? "failed" : code, detail };
}

async function ask<T>(path: string, init: RequestInit, parse: Parse<T>): Promise<Answer<T>> {
  try {
    const answer = await fetch(path, { ...init, signal: AbortSignal.timeout(TIMEOUT_MS) });
    const body: unknown = await answer.json();
    return answer.ok ? { ok: true, value: parse(body) } : { ok: false, error: refusalOf(body) };
  } catch {
    // Silence and half an answer are the same to who asked: nothing is known of it.
    return { ok: false, error: { code: "unreachable", detail: "" } };
  }
}

const json = (method: "POST" | "PUT", body: unknown): RequestInit => ({
  method,
  headers: { "content-type": "application/json" },
  body: JSON.stringify(body),
});
const nothing = (): null => null;
const at = (id: string): string => `${ROOT}/sources/${encodeURIComponent(id)}`;

/** Makes a source, or changes it. */
export const putSource = (source: DossierSource): Promise<Answer<null>> =>
  ask(at(source.id), json("PUT", source), nothing);

/** Forgets a source; its dossiers stay. */
export const removeSource = (id: string): Promise<Answer<null>> =>
  ask(at(id), { method: "DELETE" }, nothing);

/** Has a source read now. */
export const runSource = (id: string): Promise<Answer<null>> =>
  ask(`${at(id)}/run`, { method: "POST" }, nothing);

/** Makes a new key for who sends dossiers; the one before is void. It is told this once. */
export const makeKey = (id: string): Promise<Answer<string>> =>
  ask(`${at(id)}/key`, { method: "POST" }, (body) => {
    if (typeof body === "object" && body !== null && "key" in body && typeof body.key === "string")
      return body.key;
    throw new Error("no key in the answer");
  });

/** A run, and what was refused of it. */
export const fetchRun = (id: number): Promise<Answer<RunDetails>> =>
  ask(`${ROOT}/runs/${id}`, {}, (body) => DossierRunDetailsSchema.parse(body));

/** What a mapping makes of a sample, which is base64. */
export const tryMapping = (mapping: unknown, sample: string): Promise<Answer<MappingTrialResult>> =>
  ask(`${ROOT}/mapping/test`, json("POST", { mapping, sample }), (body) =>
    MappingTrialResultSchema.parse(body),
  );

/** Codes to try; none where the hub made none up. @throws when it does not answer */
export async function fetchDemo(): Promise<DemoDossiers> {
  const answer = await ask("/api/launcher/demo-dossiers", {}, (body) =>
    DemoDossiersSchema.parse(body),
  );
  if (!answer.ok && answer.error.code === "unreachable") throw new Error("demo dossiers: silence");
  return answer.ok ? answer.value : [];
}

/** Keeps a document as the catalogue of procedures. @returns how many it holds */
export const importCatalogue = (text: string): Promise<Answer<number>> =>
  ask(
    "/api/launcher/import-catalogue",
    { method: "POST", headers: { "content-type": "application/json" }, body: text },
    (body) =>
      typeof body === "object" && body !== null && "procedures" in body
        ? Number(body.procedures)
        : 0,
  );

/**
 * Sends a file. It takes as long as it takes, so it has no time-out: the hub tells how far it is.
 *
 * @param onSent called with how much of it was sent, 0 to 1; `fetch` does not tell that
 */
export function importFile(
  source: string,
  file: File,
  onSent: (part: number) => void,
): Promise<Answer<ImportReport>> {
  return new Promise((done) => {
    const request = new XMLHttpRequest();
    const name = file.name.slice(0, 150);
    request.open("POST", `${ROOT}/import?${new URLSearchParams({ source, name }).toString()}`);
    request.setRequestHeader("content-type", "application/octet-stream");
    request.upload.addEventListener("progress", ({ loaded, total }) =>
      onSent(total === 0 ? 1 : loaded / total),
    );
    request.addEventListener("error", () =>
      done({ ok: false, error: { code: "unreachable", detail: "" } }),
    );
    request.addEventListener("load", () => done(readReport(request.status, request.responseText)));
    request.send(file);
  });
}

/** Reads what the hub answers to a file: its report, or why it did not look at it. */
export function readReport(status: number, text: string): Answer<ImportReport> {
  if (status === 413) return { ok: false, error: { code: "too_large", detail: "" } };
  try {
    const body: unknown = JSON.parse(text);
    if (status === 200) return { ok: true, value: ImportReportSchema.parse(body) };
    return { ok: false, error: refusalOf(body) };
  } catch {
    return { ok: false, error: { code: "failed", detail: "" } };
  }
}
