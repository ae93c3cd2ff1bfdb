import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { ROOT } from "../../lib/paths.mjs";
import { writeDeb } from "../deb/writeDeb.ts";
import { linkTree } from "../linkTree.ts";

/** The hub's folder, to become a Debian package. */
export interface HubDeb {
  readonly program: string;
  readonly version: string;
  /** Folder of the package. */
  readonly out: string;
}

const SERVICE = join(ROOT, "apps", "hub", "service");

/**
 * Run as root it gives root up: what it wrote as root, the service could not open. `sudo -u luot`
 * would be forgotten once.
 */
const COMMAND = `#!/bin/sh
LUOT_DATA="\${LUOT_DATA:-/var/lib/luot}"
export LUOT_DATA
if [ "$(id -u)" = 0 ]; then
  exec setpriv --reuid=luot --regid=luot --init-groups /opt/luot-hub/luot-hub "$@"
fi
exec /opt/luot-hub/luot-hub "$@"
`;

/** Makes the Debian package of the hub. @returns its path */
export async function buildHubDeb({ program, version, out }: HubDeb): Promise<string> {
  const tree = mkdtempSync(join(out, ".deb-"));
  try {
    chmodSync(tree, 0o755);
    const installedBytes = linkTree(program, join(tree, "opt", "luot-hub"));
    put(join(tree, "usr/bin/luot-hub"), COMMAND, 0o755);
    copy(join(SERVICE, "luot-hub.service"), join(tree, "usr/lib/systemd/system/luot-hub.service"));
    copy(join(SERVICE, "default"), join(tree, "etc/default/luot-hub"));
    copy(join(SERVICE, "README.md"), join(tree, "usr/share/doc/luot-hub/README.md"));
    copy(join(ROOT, "LICENSE"), join(tree, "usr/share/doc/luot-hub/copyright"));
    const printer = "hardware/printer/udev/70-luot-printer.rules";
    copy(join(ROOT, printer), join(tree, "usr/lib/udev/rules.d/70-luot-hub-printer.rules"));
    const control = {
      name: "luot-hub",
      version,
      arch: process.arch,
      depends: ["libc6 (>= 2.28)", "libstdc++6", "libudev1", "passwd", "util-linux"],
      recommends: ["systemd"],
      summary: "Hub of the Luot queue system of a public service centre",
      details: ["One per centre: decides the queue, keeps its journal, serves all screens."],
      installedBytes,
    };
    const behaviour = { scripts: readScripts(), conffiles: ["/etc/default/luot-hub"] };
    return await writeDeb(tree, control, behaviour, out);
  } finally {
    rmSync(tree, { recursive: true, force: true });
  }
}

function readScripts(): Readonly<Record<"postinst" | "prerm" | "postrm", string>> {
  return {
    postinst: readScript("postinst"),
    prerm: readScript("prerm"),
    postrm: readScript("postrm"),
  };
}

function readScript(name: string): string {
  return readFileSync(join(SERVICE, `${name}.sh`), "utf8");
}

function put(file: string, text: string, mode: number): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  chmodSync(file, mode);
}

function copy(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(from, to);
  chmodSync(to, 0o644);
}
