import { readFile } from "node:fs/promises";
import { protocol, type Session } from "electron";
import { APP_SCHEME } from "./appUrl.ts";
import { contentSecurityPolicy } from "./contentSecurityPolicy.ts";
import { mediaType } from "./mediaType.ts";
import { type Mounts, resolveScreenFile } from "./resolveScreenFile.ts";

/** What the app's own scheme needs. */
export interface AppProtocolOptions {
  readonly session: Session;
  /** Folders of built screens, in a folder or in an asar. */
  readonly mounts: Mounts;
  /** The hub's origin at the moment; the policy of each page is made from it. */
  readonly hubUrl: () => string | null;
}

/** Tells Electron of the scheme. Once, before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Serves `app://luot/<screen>/` from the screens' folders, and nothing else. */
export function createAppProtocol({ session, mounts, hubUrl }: AppProtocolOptions): void {
  session.protocol.handle(APP_SCHEME, async (request) => {
    if (request.method !== "GET") return refuse(405);
    const file = resolveScreenFile(request.url, mounts);
    const type = file === null ? null : mediaType(file);
    if (file === null || type === null) return refuse(404);
    const body = await readOrNull(file);
    if (body === null) return refuse(404);
    return new Response(body, { headers: headersOf(type, hubUrl()) });
  });
}

function headersOf(type: string, hubUrl: string | null): Record<string, string> {
  return {
    "content-type": type,
    "content-security-policy": contentSecurityPolicy(hubUrl),
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cache-control": "no-cache",
  };
}

function refuse(status: number): Response {
  return new Response(null, { status });
}

async function readOrNull(file: string): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await readFile(file));
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : null;
    if (code === "ENOENT" || code === "EISDIR" || code === "ENOTDIR") return null;
    throw error;
  }
}
