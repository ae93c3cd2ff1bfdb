import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";

const PROGRESS_EVERY_MS = 5_000;

/**
 * How to start npm: by its own script when npm started us (no PATH and no shell involved), else
 * by name. Pure.
 *
 * @param {{ env: Readonly<Record<string, string | undefined>>, platform: string,
 *   execPath: string, exists: (file: string) => boolean }} machine
 * @returns {{ file: string, prefix: string[], shell: boolean }}
 */
export function npmCommand(machine) {
  const script = machine.env["npm_execpath"];
  // yarn and pnpm set the same variable to their own script.
  if (script !== undefined && /npm-cli\.c?js$/.test(script) && machine.exists(script)) {
    // npm's own Node, not ours: ours may be the one inside node_modules, which npm may replace.
    const node = machine.env["npm_node_execpath"];
    const file = node !== undefined && machine.exists(node) ? node : machine.execPath;
    return { file, prefix: [script], shell: false };
  }
  // A .cmd file can be started only through a shell since Node 20.12 (CVE-2024-27980).
  if (machine.platform === "win32") return { file: "npm.cmd", prefix: [], shell: true };
  return { file: "npm", prefix: [], shell: false };
}

/**
 * What npm is told. Pure.
 *
 * The lock file lists the platform binaries of Linux on x64 with glibc only, and npm would install
 * no others; elsewhere it is left aside, and the exact versions of package.json hold.
 *
 * @param {{ platform: string, arch: string, isGlibc: boolean }} machine
 * @returns {string[]}
 */
export function installArguments(machine) {
  const isLocked = machine.platform === "linux" && machine.arch === "x64" && machine.isGlibc;
  const args = ["install", "--no-save", "--no-audit", "--no-fund", "--progress=false"];
  args.push("--ignore-scripts"); // the needed ones are run by scriptArguments
  // NODE_ENV=production would leave out Node 24 and the builder of the screens.
  args.push("--include=dev", "--include=optional");
  if (!isLocked) args.push("--no-package-lock");
  return args;
}

/**
 * What npm is told to run the install scripts of the allowed packages, and of no other. Pure.
 *
 * Installing from a lock file, npm (10.9 and 11.19 seen) forgets that better-sqlite3 asks for no
 * building (`gypfile: false`) and compiles it, which fails on a machine without Python. Its
 * binaries come ready-made, so its script is left out, as are all that package.json does not name.
 *
 * @param {string} manifestText text of the root package.json
 * @returns {string[]}
 */
export function scriptArguments(manifestText) {
  const allowed = Object.entries(JSON.parse(manifestText).allowScripts ?? {});
  const names = allowed.filter(([, isAllowed]) => isAllowed === true).map(([name]) => name);
  // Said in full: the user's settings may switch scripts off, and without this one no Node 24 comes.
  return ["rebuild", "--ignore-scripts=false", "--progress=false", ...names];
}

/** @returns {boolean} whether this Node, hence the machine, uses glibc (and not musl) */
function usesGlibc() {
  if (process.report === undefined) return false;
  process.report.excludeNetwork = true; // else the report looks up the names of open sockets
  return process.report.getReport().header.glibcVersionRuntime !== undefined;
}

const HINTS = [
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT|network/,
    "npm could not reach its registry. Check the internet connection, and behind a proxy run\n" +
      "  npm config set proxy http://PROXY:PORT",
  ],
  [
    /EACCES|EPERM|EROFS/,
    "A file could not be written. Check that you own this folder and npm's cache, that the disk\n" +
      "is not read-only, and that no other Lượt is running from this folder.",
  ],
  [/EBUSY/, "A file is in use. Close every Lượt that runs from this folder."],
  [/ENOSPC/, "The disk is full. The packages need about 1 GB."],
  [/EINTEGRITY/, "A downloaded package was damaged. Run: npm cache clean --force"],
  [/E401|E403/, "The registry refused access. Check the registry set in your npm settings."],
  [/E404|ETARGET/, "The registry does not have a package that is asked for (an old mirror?)."],
];

/**
 * Says what the user can do about a failed installation. Pure.
 *
 * @param {string} output what npm printed
 * @returns {string}
 */
export function explainNpmFailure(output) {
  const errors = output.split("\n").filter((line) => /^npm (error|ERR!)/.test(line));
  const found = HINTS.find(([pattern]) => pattern.test(errors.join("\n")));
  const hint = found?.[1] ?? "What npm printed above says why.";
  return `Installing the packages failed. ${hint}\nThen run the same command again.`;
}

/**
 * Whether a line of npm is worth showing. npm warns that some packages want a newer Node than the
 * machine's; they run on the Node 24 that is installed with them. It warns of install scripts that
 * were not run, which is what we asked for. Pure.
 *
 * @param {string} line
 * @returns {boolean}
 */
export function isWorthShowing(line) {
  return (
    line.trim() !== "" &&
    !/^npm (warn|WARN) (EBADENGINE|deprecated|install-scripts|rebuild)\b/.test(line)
  );
}

/**
 * Installs the packages, showing npm's words and every few seconds how long it has taken.
 *
 * @param {string} root
 * @param {(line: string) => void} log
 * @returns {Promise<void>} throws an Error whose message says what to do next
 */
export async function npmInstall(root, log) {
  const { env, platform, arch, execPath } = process;
  const command = npmCommand({ env, platform, execPath, exists: fs.existsSync });
  const args = installArguments({ platform, arch, isGlibc: usesGlibc() });
  const startedAt = Date.now();
  const seconds = () => Math.round((Date.now() - startedAt) / 1000);
  const ticker = setInterval(() => log(`  … installing, ${seconds()} s`), PROGRESS_EVERY_MS);
  let output = "";
  const show = (line) => {
    output += `${line}\n`;
    if (isWorthShowing(line)) log(`  ${line}`);
  };
  try {
    const manifest = fs.readFileSync(path.join(root, "package.json"), "utf8");
    for (const step of [args, scriptArguments(manifest)]) {
      const place = { cwd: root, env: withNodeFirst(command) };
      const code = await runLines(command, step, place, show);
      if (code !== 0) throw new Error(explainNpmFailure(output));
    }
  } finally {
    clearInterval(ticker);
  }
  log(`  installed in ${seconds()} s`);
}

/** The install scripts of packages must find the Node that npm runs on, not one being replaced. */
function withNodeFirst(command) {
  if (command.shell || !path.isAbsolute(command.file)) return process.env;
  const key = Object.keys(process.env).find((name) => name.toUpperCase() === "PATH") ?? "PATH";
  const folder = path.dirname(command.file);
  return { ...process.env, [key]: `${folder}${path.delimiter}${process.env[key] ?? ""}` };
}

function runLines(command, args, options, onLine) {
  return new Promise((resolve, reject) => {
    const child = spawn(command.file, [...command.prefix, ...args], {
      ...options,
      shell: command.shell,
      stdio: ["ignore", "pipe", "pipe"],
      windowsHide: true,
    });
    for (const stream of [child.stdout, child.stderr]) splitLines(stream, onLine);
    child.once("error", (cause) =>
      reject(
        new Error("npm could not be started. Install Node with npm (https://nodejs.org).", {
          cause,
        }),
      ),
    );
    child.once("close", (code) => resolve(code ?? 1));
  });
}

/**
 * Calls `onLine` for each line of a text stream, the last unfinished one too.
 *
 * @param {NodeJS.ReadableStream} stream
 * @param {(line: string) => void} onLine
 */
export function splitLines(stream, onLine) {
  let rest = "";
  stream.setEncoding("utf8");
  stream.on("data", (chunk) => {
    const lines = (rest + chunk).split(/\r?\n/);
    rest = lines.pop() ?? "";
    for (const line of lines) onLine(line);
  });
  stream.on("end", () => {
    if (rest !== "") onLine(rest);
  });
}
