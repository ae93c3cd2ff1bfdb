import { parseArgs } from "node:util";
import { err, ok, type Result } from "@luot/kit";

/** The three apps that are an Electron of their own. */
export const DESKTOP_APPS = ["kiosk", "counter", "display"] as const;
export type DesktopApp = (typeof DESKTOP_APPS)[number];

/** All that can be packaged. */
export const PARTS = [...DESKTOP_APPS, "hub"] as const;
export type Part = (typeof PARTS)[number];

/** `dir` is the program's folder as it is, the others are files to install from. */
export const TARGETS = ["dir", "deb", "AppImage", "nsis"] as const;
export type Target = (typeof TARGETS)[number];

/** What `npm run package` was asked for. */
export interface PackageWish {
  readonly parts: readonly Part[];
  readonly targets: readonly Target[];
  /** Packages of an Electron that is for tests only, marked as such. */
  readonly isTestRuntime: boolean;
  readonly out: string;
  /** File of the private key that signs the packages as updates; `null`: not signed. */
  readonly signKey: string | null;
  /** File of the public key that the apps take updates by; `null`: that of `signKey`, else none. */
  readonly trust: string | null;
}

export const HELP = `Usage: npm run package -- PART... [options]

Builds packages of Lượt: PART is kiosk, counter, display or hub; without one, all four.

Options:
  --targets LIST    of dir, deb, AppImage, nsis, with commas between (dir,deb)
  --out FOLDER      where to (dist/packages)
  --sign KEYFILE    also writes OUT/updates: the packages as signed updates, for the hub's data
                    folder; the apps are built to take updates signed by this key alone
  --trust PUBFILE   the apps take updates signed by this key instead (to change keys)
  --test-runtime    packages the Electron of the tests: marked, and never to be given to anybody
  --help            this text

A key is made by: npm run update-key -- --out FOLDER
Without --sign and --trust the apps look for no updates. AppImage and nsis are for the desktop apps;
electron-builder downloads what it needs for them, and nsis is built on Windows.

Exit codes: 0 all is there, 1 something could not be built, 2 wrong usage.`;

const OPTIONS = {
  targets: { type: "string", default: "dir,deb" },
  out: { type: "string", default: "dist/packages" },
  sign: { type: "string" },
  trust: { type: "string" },
  "test-runtime": { type: "boolean", default: false },
  help: { type: "boolean", default: false },
} as const;

/**
 * Reads the command line. Pure.
 *
 * @param platform as `process.platform`: what is built where
 * @returns "help" when that was asked; an error is a sentence for the user
 */
export function readPackageWish(
  args: readonly string[],
  platform: string,
): Result<PackageWish | "help", string> {
  const parsed = parse(args);
  if (!parsed.ok) return parsed;
  const { values, positionals } = parsed.value;
  if (values.help) return ok("help");
  const parts = positionals.length === 0 ? ok([...PARTS]) : listOf(PARTS, positionals, "part");
  const targets = listOf(TARGETS, values.targets.split(","), "target");
  if (!parts.ok) return parts;
  if (!targets.ok) return targets;
  const clash = findClash(parts.value, targets.value, platform);
  if (clash !== null) return err(clash);
  return ok({
    parts: parts.value,
    targets: targets.value,
    isTestRuntime: values["test-runtime"],
    out: values.out,
    signKey: values.sign ?? null,
    trust: values.trust ?? null,
  });
}

function parse(args: readonly string[]) {
  try {
    return ok(parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true }));
  } catch (error) {
    // parseArgs tells a wrong option only by throwing.
    return err(error instanceof Error ? error.message : String(error));
  }
}

function listOf<T extends string>(
  known: readonly T[],
  words: readonly string[],
  what: string,
): Result<T[], string> {
  const found = new Set<T>();
  for (const word of words) {
    const match = known.find((name) => name === word);
    if (match === undefined)
      return err(`There is no ${what} named '${word}'. There are: ${known.join(", ")}.`);
    found.add(match);
  }
  return ok([...found]);
}

/** Why these parts can't be built as these targets here; `null` when they can. */
function findClash(
  parts: readonly Part[],
  targets: readonly Target[],
  platform: string,
): string | null {
  const forApps = targets.filter((target) => target === "AppImage" || target === "nsis");
  if (parts.includes("hub") && forApps.length > 0)
    return `The hub comes as dir or deb, not as ${forApps.join(", ")}: name the apps alone.`;
  if (targets.includes("nsis") && platform !== "win32") return "nsis is built on Windows alone.";
  const linux = targets.filter((target) => target === "deb" || target === "AppImage");
  if (linux.length > 0 && platform !== "linux") return `${linux.join(", ")}: on Linux alone.`;
  return null;
}
