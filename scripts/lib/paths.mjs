import path from "node:path";
import { fileURLToPath } from "node:url";

/** Folder of the repository, whatever folder a script was started from. */
export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..", "..");

/** Folder where the installed packages' commands live. */
export const BIN = path.join(ROOT, "node_modules", ".bin");
