import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync } from "node:fs";
import { rmSync, symlinkSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { ROOT } from "../../lib/paths.mjs";
import { linkTree } from "../linkTree.ts";
import type { DesktopApp } from "../PackageWish.ts";
import { writeDeb } from "./writeDeb.ts";

/** A desktop app's program folder, to become a Debian package. */
export interface DesktopDeb {
  readonly app: DesktopApp;
  readonly version: string;
  /** Where electron-builder laid the program. */
  readonly program: string;
  readonly icon: string;
  readonly isTestRuntime: boolean;
  /** Folder of the package. */
  readonly out: string;
}

const NAMES: Readonly<Record<DesktopApp, readonly [name: string, summary: string]>> = {
  kiosk: ["Lượt · Máy lấy số", "Ticket kiosk of the Luot queue system"],
  counter: ["Lượt · Quầy", "Counter screen of the Luot queue system"],
  display: ["Lượt · Màn hình", "Wall screen of the Luot queue system"],
};

/** What Electron links against or opens while it runs, by Debian's names and Ubuntu's newer ones. */
const LIBRARIES = [
  "libgtk-3-0 | libgtk-3-0t64",
  "libnss3",
  "libasound2 | libasound2t64",
  "libatspi2.0-0 | libatspi2.0-0t64",
  "libcups2 | libcups2t64",
  "libgbm1",
  "libxss1",
  "libudev1",
];

/** What a kiosk's scanner needs beside. */
const OF_DEVICES = ["libusb-1.0-0"];

/** Makes the Debian package of an app. @returns its path */
export async function buildDesktopDeb(wish: DesktopDeb): Promise<string> {
  const { app, version, out } = wish;
  const tree = mkdtempSync(join(out, ".deb-"));
  try {
    chmodSync(tree, 0o755);
    const installedBytes = layOut(wish, tree);
    const control = {
      name: `luot-${app}`,
      version,
      arch: process.arch,
      depends: [...LIBRARIES, ...(app === "kiosk" ? OF_DEVICES : [])],
      recommends: app === "kiosk" ? ["xdg-utils"] : ["xdg-utils", "libsecret-1-0"],
      summary: NAMES[app][1],
      details: wish.isTestRuntime
        ? ["NOT FOR USE: it holds an Electron that is for tests only."]
        : ["Shows its screen of the centre's hub, which it asks for at the first start."],
      installedBytes,
    };
    return await writeDeb(tree, control, { scripts: scriptsOf(app), conffiles: [] }, out);
  } finally {
    rmSync(tree, { recursive: true, force: true });
  }
}

function layOut({ app, program, icon }: DesktopDeb, tree: string): number {
  const name = `luot-${app}`;
  const opt = join(tree, "opt", name);
  const bytes = linkTree(program, opt);
  layHelper(program, opt);
  put(join(opt, "resources", "package-type"), "deb");
  mkdirSync(join(tree, "usr", "bin"), { recursive: true });
  symlinkSync(`/opt/${name}/${name}`, join(tree, "usr", "bin", name));
  const share = join(tree, "usr", "share");
  put(join(share, "applications", `${name}.desktop`), desktopFile(app));
  copy(icon, join(share, "icons", "hicolor", "512x512", "apps", `${name}.png`));
  copy(join(ROOT, "LICENSE"), join(share, "doc", name, "copyright"));
  const guide = join(ROOT, "packages", "shell", "service", "README.md");
  if (app !== "counter") copy(guide, join(share, "doc", name, "README.md"));
  for (const rule of app === "kiosk" ? ["printer", "scanner"] : [])
    copy(
      join(ROOT, "hardware", rule, "udev", `70-luot-${rule}.rules`),
      join(tree, "usr", "lib", "udev", "rules.d", `70-${name}-${rule}.rules`),
    );
  for (const unit of unitsOf(app))
    copy(unit, join(tree, "usr", "lib", "systemd", "user", basename(unit)));
  return bytes;
}

/**
 * Chromium starts its sandbox by a helper that belongs to root and is let become root, where the
 * kernel does not give the right to everybody. Copied, for its mode is of the package alone.
 */
function layHelper(program: string, opt: string): void {
  const helper = join(opt, "chrome-sandbox");
  rmSync(helper);
  copyFileSync(join(program, "chrome-sandbox"), helper);
  chmodSync(helper, 0o4755);
}

/** The systemd units of an app, as they come in its room. */
function unitsOf(app: DesktopApp): string[] {
  const folder = join(ROOT, "apps", app, "service");
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /\.(service|timer|target)$/u.test(name))
    .map((name) => join(folder, name));
}

function desktopFile(app: DesktopApp): string {
  const [name, summary] = NAMES[app];
  return [
    "[Desktop Entry]",
    "Type=Application",
    `Name=${name}`,
    `Comment=${summary}`,
    `Exec=/usr/bin/luot-${app}`,
    `Icon=luot-${app}`,
    `StartupWMClass=luot-${app}`,
    "Terminal=false",
    "Categories=Office;",
    "",
  ].join("\n");
}

function scriptsOf(app: DesktopApp): Readonly<Partial<Record<"postinst" | "postrm", string>>> {
  const notice = upgradeNotice(app);
  if (app !== "kiosk") return { postinst: notice };
  // New rules hold for what is plugged in from now on, and for what is there already.
  const reload = [
    "if [ -e /run/udev/control ] && command -v udevadm >/dev/null; then",
    "  udevadm control --reload || true",
    "  udevadm trigger --subsystem-match=hidraw --subsystem-match=usbmisc --subsystem-match=tty || true",
    "fi",
    "",
  ].join("\n");
  return { postinst: reload + notice, postrm: reload };
}

/** Root can't start anew what runs in somebody's session; whoever upgrades is told who can. */
function upgradeNotice(app: DesktopApp): string {
  const how =
    app === "counter" ? "close it and open it again" : "start it anew in the administrator's menu";
  return [
    'if [ "$1" = configure ] && [ -n "$2" ]; then',
    `  echo "A luot-${app} that runs is still the one before: ${how},"`,
    app === "counter"
      ? '  echo "once its officer has ended the work at hand."'
      : `  echo "or as its user: systemctl --user restart luot-${app}"`,
    "fi",
    "",
  ].join("\n");
}

function put(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text, { mode: 0o644 });
}

function copy(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(from, to);
  chmodSync(to, 0o644);
}
