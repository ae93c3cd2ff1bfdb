import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { SettingsSchema, SHELL_ORIGIN } from "@luot/contract";
import type { CentreSettings } from "@luot/domain";
import { DEFAULT_TEMPLATE } from "@luot/printer";
import { type Logger, silentLogger } from "@luot/kit";
import { type Hub, startHub } from "../Hub.ts";
import type { HubOptions } from "../HubOptions.ts";
import { hashSecret } from "../identity/passwords.ts";
import { hashToken, newToken } from "../identity/tokens.ts";
import { LOAD_TEST_LIMITS } from "../sockets/limits.ts";
import { systemClock } from "../systemClock.ts";
import { TestClient } from "./TestClient.ts";

/** The demonstration centre, the settings most tests run on. */
export function demoSettings(): CentreSettings {
  const file = resolve(import.meta.dirname, "../../demo/centre.json");
  return SettingsSchema.parse(JSON.parse(readFileSync(file, "utf8")));
}

/** A logger that fails the test's eyes: errors go to stderr, the rest nowhere. */
export const loudErrors: Logger = {
  ...silentLogger,
  error: (message, fields) => process.stderr.write(`${message} ${String(fields?.["cause"])}\n`),
};

/** Starts a real hub on a free port, in memory unless told otherwise. */
export function startTestHub(overrides: Partial<HubOptions> = {}): Promise<Hub> {
  return startHub({
    data: ":memory:",
    host: "127.0.0.1",
    port: 0,
    firstSettings: demoSettings(),
    firstCatalogueFile: null,
    isDemo: false,
    printer: null,
    ticketTemplate: DEFAULT_TEMPLATE,
    rollMm: 60_000,
    printerRollUrl: null,
    publicUrl: null,
    allowedOrigins: [SHELL_ORIGIN],
    limits: LOAD_TEST_LIMITS,
    screensFolder: resolve(import.meta.dirname, "../../.."),
    voiceFolder: resolve(import.meta.dirname, "../../../../packages/voice/pack"),
    version: "0.0.0-test",
    clock: systemClock,
    log: loudErrors,
    ...overrides,
  });
}

/** Pairs a device straight in the store, as if somebody had confirmed its code. */
export function pairForTest(
  { store }: Pick<Hub, "store">,
  role: "kiosk" | "counter" | "display" | "console",
  counterId: string | null = null,
): { readonly id: string; readonly token: string } {
  const token = newToken();
  const id = `${role}-${hashToken(token).slice(0, 8)}`;
  store.identities.addDevice(
    { id, role, name: id, counterId, zone: null, pairedAt: Date.now(), revokedAt: null },
    hashToken(token),
  );
  return { id, token };
}

/** The password and PIN of every account made by `addOfficer`. */
export const TEST_SECRET = "correct-horse";
export const TEST_PIN = "246810";

let secrets: Promise<readonly [string, string]> | null = null;

/** Makes an account; all share one secret, because hashing is slow on purpose. */
export async function addOfficer(
  { store }: Pick<Hub, "store">,
  id: string,
  role: "officer" | "receptionist" | "supervisor" | "administrator" = "officer",
): Promise<void> {
  secrets ??= Promise.all([hashSecret(TEST_SECRET), hashSecret(TEST_PIN)]);
  const [passwordHash, pinHash] = await secrets;
  store.identities.putOfficer({
    id,
    name: id,
    role,
    rights: [],
    passwordHash,
    pinHash,
    isActive: true,
  });
}

/** A welcomed kiosk. */
export async function aKiosk(hub: Hub): Promise<TestClient> {
  const client = new TestClient(hub.url, { token: pairForTest(hub, "kiosk").token });
  await client.hello("kiosk");
  return client;
}

/** A welcomed counter with its officer signed in and the counter open. */
export async function anOpenCounter(hub: Hub, counterId: string): Promise<TestClient> {
  const officer = `officer-${counterId}`;
  await addOfficer(hub, officer);
  const client = new TestClient(hub.url, { token: pairForTest(hub, "counter", counterId).token });
  await client.hello("counter");
  const signedIn = await client.send("officer:sign-in", {
    username: officer,
    password: TEST_SECRET,
  });
  if (!signedIn.ok) throw new Error(signedIn.error.code);
  const opened = await client.send("counter:open", { counterId });
  if (!opened.ok) throw new Error(opened.error.code);
  return client;
}

/** Settings in which each of `count` counters serves every service. */
export function sharedSettings(count: number): CentreSettings {
  const settings = demoSettings();
  const everything = settings.services.map(({ id }) => id);
  const counters = settings.counters.slice(0, count);
  return {
    ...settings,
    counters: counters.map((counter) => ({ ...counter, tiers: [everything] })),
  };
}
