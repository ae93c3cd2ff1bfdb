import { type ChildProcess, spawn } from "node:child_process";
import fs from "node:fs";
import { createInterface } from "node:readline";

export interface GuestRun {
  readonly imageFile: string;
  readonly initrdFile: string;
  /** Gets the kernel's messages. */
  readonly consoleFile: string;
  /** The emulator is ended after this. */
  readonly limitMs: number;
  readonly stop: AbortSignal;
  /** Told each line of the guest's first serial line. */
  readonly onLine: (line: string) => void;
}

/** How an emulator came to its end; `failed` with what it complained of. */
export type GuestEnd =
  | { readonly kind: "ended" | "timeout" | "stopped" }
  | { readonly kind: "failed"; readonly message: string };

const QEMU = "/usr/bin/qemu-system-x86_64";
const SETPRIV = "/usr/bin/setpriv";

/**
 * Boots a kernel and waits until the emulator has ended: by the guest's own doing, after
 * `limitMs`, or when told to stop. It never outlives this process.
 */
export async function runGuest(run: GuestRun): Promise<GuestEnd> {
  if (run.stop.aborted) return { kind: "stopped" };
  const child = spawnWithUs(QEMU, qemuArguments(run));
  let complaint = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    complaint = `${complaint}${text}`.slice(-2_000);
  });
  if (child.stdout !== null) createInterface({ input: child.stdout }).on("line", run.onLine);
  let cut: "timeout" | "stopped" | null = null;
  const end = (why: "timeout" | "stopped"): void => {
    cut ??= why;
    child.kill("SIGKILL");
  };
  const onStop = (): void => end("stopped");
  const onExit = (): void => void child.kill("SIGKILL");
  const timer = setTimeout(() => end("timeout"), run.limitMs);
  run.stop.addEventListener("abort", onStop);
  process.once("exit", onExit);
  try {
    const code = await closed(child);
    if (cut !== null) return { kind: cut };
    return code === 0 ? { kind: "ended" } : { kind: "failed", message: `${code}: ${complaint}` };
  } finally {
    clearTimeout(timer);
    run.stop.removeEventListener("abort", onStop);
    process.removeListener("exit", onExit);
  }
}

/** Starts a program that the system ends when we are ended in a way that lets us do nothing. */
function spawnWithUs(file: string, args: readonly string[]): ChildProcess {
  const options = { stdio: ["ignore", "pipe", "pipe"] as ("ignore" | "pipe")[] };
  if (!fs.existsSync(SETPRIV)) return spawn(file, args, options);
  return spawn(SETPRIV, ["--pdeathsig", "KILL", "--", file, ...args], options);
}

function closed(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
}

/** TCG works everywhere; one processor keeps the guest's order of things plain. Pure. */
export function qemuArguments(
  run: Pick<GuestRun, "imageFile" | "initrdFile" | "consoleFile">,
): string[] {
  const machine = "-machine pc -accel tcg,thread=multi -cpu max -smp 1 -m 1024";
  const bare = "-nodefaults -no-user-config -no-reboot -display none -serial stdio";
  const kernelWords = "console=ttyS1 panic=-1 quiet loglevel=4 random.trust_cpu=on tsc=reliable";
  return [
    ...`${machine} ${bare}`.split(" "),
    "-serial",
    `file:${run.consoleFile}`,
    "-kernel",
    run.imageFile,
    "-initrd",
    run.initrdFile,
    "-append",
    kernelWords,
  ];
}
