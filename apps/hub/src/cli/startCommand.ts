import { mkdirSync } from "node:fs";
import { isIPv4 } from "node:net";
import { join, resolve } from "node:path";
import { SHELL_ORIGIN } from "@luot/contract";
import type { CentreSettings } from "@luot/domain";
import type { Logger } from "@luot/kit";
import { StoreError } from "@luot/store";
import { NoSettingsError } from "../core.ts";
import { announceHub } from "../announce/announceHub.ts";
import { createLog } from "../createLog.ts";
import { type Hub, startHub } from "../Hub.ts";
import type { PrinterAddress, TicketTemplate } from "@luot/printer";
import { CENTRE_LIMITS, LOAD_TEST_LIMITS } from "../sockets/limits.ts";
import { systemClock } from "../systemClock.ts";
import { removeHubFile, writeHubFile } from "./hubFile.ts";
import { readSettingsFile } from "./readSettingsFile.ts";
import { versionOfHub } from "./versionOfHub.ts";

/** What `luot start` was asked. */
export interface StartWish {
  readonly data: string;
  readonly host: string;
  readonly port: number;
  readonly isDemo: boolean;
  readonly settingsFile: string | null;
  readonly printer: PrinterAddress | null;
  readonly ticketTemplate: TicketTemplate;
  readonly rollMm: number;
  readonly printerRollUrl: string | null;
  readonly publicUrl: string | null;
  readonly isLoadTest: boolean;
  /** Whether the LAN is told of the hub, where the LAN can reach it. */
  readonly isAnnounced: boolean;
}

const HUB_FOLDER = resolve(import.meta.dirname, "../..");

/** `luot start`: runs until it is told to end. @returns the exit code */
export async function startCommand(wish: StartWish): Promise<number> {
  const settings = firstSettings(wish);
  if (settings === "faulty") return 1;
  const { signal, stop } = stopSignal();
  let log: Logger;
  let hub: Hub;
  try {
    mkdirSync(wish.data, { recursive: true });
    log = createLog(wish.data);
    hub = await startHub({
      ...wish,
      firstSettings: settings,
      firstCatalogueFile: wish.isDemo ? join(HUB_FOLDER, "demo", "catalogue.json") : null,
      allowedOrigins: [SHELL_ORIGIN],
      limits: wish.isLoadTest ? LOAD_TEST_LIMITS : CENTRE_LIMITS,
      screensFolder: resolve(HUB_FOLDER, ".."),
      voiceFolder: resolve(HUB_FOLDER, "../../packages/voice/pack"),
      version: versionOfHub(),
      clock: systemClock,
      log,
    });
  } catch (cause) {
    return explain(cause, wish);
  }
  writeHubFile(wish.data, hub.port);
  greet(hub, wish);
  const announced = wish.isAnnounced ? announceTo(wish.host, hub, log) : null;
  await signal;
  console.log("Stopping: what was accepted is being finished.");
  await announced?.close();
  await hub.close();
  removeHubFile(wish.data);
  stop();
  return 0;
}

function firstSettings({ isDemo, settingsFile }: StartWish): CentreSettings | null | "faulty" {
  const file = settingsFile ?? (isDemo ? join(HUB_FOLDER, "demo", "centre.json") : null);
  if (file === null) return null;
  const read = readSettingsFile(file);
  if (read.ok) return read.value;
  for (const { line, path, message } of read.error)
    console.error(`${file}:${line}: ${path}: ${message}`);
  return "faulty";
}

/** Nobody on the LAN reaches a hub that listens on this machine alone, so it stays unsaid. */
function announceTo(host: string, hub: Hub, log: Logger): ReturnType<typeof announceHub> | null {
  if (host === "localhost" || host === "::1" || host.startsWith("127.")) return null;
  const isOne = isIPv4(host) && host !== "0.0.0.0";
  const id = (hub.store.meta.read("epoch") ?? "hub").slice(0, 8);
  const name = hub.store.settings.latest()?.settings.centre.name.vi ?? "";
  const network = isOne ? { interface: host, bind: "0.0.0.0" } : {};
  return announceHub({ hub: { id, name, port: hub.port }, network, log });
}

function greet({ url, accounts }: Hub, { isDemo, data }: StartWish): void {
  console.log(`\nLượt is ready: ${url}/`);
  console.log(`  kiosk     ${url}/kiosk/`);
  console.log(`  wall      ${url}/display/`);
  console.log(`  counter   ${url}/counter/?counter=q01`);
  console.log(`  data      ${resolve(data)}`);
  if (!isDemo) return;
  console.log("\nA demonstration, open all day. Accounts for this run, not shown again:");
  for (const { username, password, pin, role } of accounts)
    console.log(`  ${username.padEnd(9)} ${password}  PIN ${pin}  ${role}`);
  console.log("");
}

function explain(cause: unknown, { port, host, data }: StartWish): number {
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  if (cause instanceof StoreError || cause instanceof NoSettingsError) console.error(cause.message);
  else if (code === "EADDRINUSE")
    console.error(
      `Port ${port} is in use by another program. Stop it, or choose another port with --port.`,
    );
  else if (code === "EADDRNOTAVAIL")
    console.error(`This machine has no address ${host}. Choose one of its own with --host.`);
  else if (code === "EACCES" && port < 1_024 && port > 0)
    console.error(`Port ${port} needs more rights. Choose one above 1023 with --port.`);
  else if (code === "EACCES" || code === "EROFS" || code === "ENOTDIR" || code === "EEXIST")
    console.error(
      `The data folder ${data} can't be written. Check its owner and permissions, or choose another with --data.`,
    );
  else console.error("The hub could not start:", cause);
  return 1;
}

/** Resolves when the process is told to end. */
function stopSignal(): { readonly signal: Promise<void>; readonly stop: () => void } {
  const { promise, resolve: end } = Promise.withResolvers<void>();
  const onSignal = (): void => end();
  process.on("SIGTERM", onSignal);
  process.on("SIGINT", onSignal);
  return {
    signal: promise,
    stop: () => {
      process.off("SIGTERM", onSignal);
      process.off("SIGINT", onSignal);
    },
  };
}
