/** What a Debian package says of itself. */
export interface DebControl {
  readonly name: string;
  /** As in package.json, e.g. `0.1.0` or `0.2.0-rc.1`. */
  readonly version: string;
  /** As `process.arch`. */
  readonly arch: string;
  readonly depends: readonly string[];
  readonly recommends: readonly string[];
  /** One line. */
  readonly summary: string;
  /** More of it, in short lines. */
  readonly details: readonly string[];
  readonly installedBytes: number;
}

const ARCHITECTURES: Readonly<Record<string, string>> = { x64: "amd64", arm64: "arm64" };

/** The name of a machine to Debian. Pure. @throws for one that no package is made for */
export function debArchitecture(arch: string): string {
  const found = ARCHITECTURES[arch];
  if (found === undefined) throw new Error(`no packages are made for ${arch}`);
  return found;
}

/**
 * A version as Debian orders it: what comes before a release sorts before it by a tilde
 * (deb-version(7)). Pure.
 */
export function debVersion(version: string): string {
  return version.replace("-", "~");
}

/** The usual name of a package's file. Pure. */
export function debFileName({ name, version, arch }: DebControl): string {
  return `${name}_${debVersion(version)}_${debArchitecture(arch)}.deb`;
}

/** The text of DEBIAN/control (deb-control(5)). Pure. */
export function debControl(control: DebControl): string {
  const { name, version, arch, depends, recommends, summary, details, installedBytes } = control;
  const lists: readonly (readonly [string, readonly string[]])[] = [
    ["Depends", depends],
    ["Recommends", recommends],
  ];
  return [
    `Package: ${name}`,
    `Version: ${debVersion(version)}`,
    `Architecture: ${debArchitecture(arch)}`,
    "Maintainer: Luot <root@localhost>",
    "Section: misc",
    "Priority: optional",
    `Installed-Size: ${Math.ceil(installedBytes / 1_024)}`,
    ...lists.flatMap(([field, names]) =>
      names.length === 0 ? [] : [`${field}: ${names.join(", ")}`],
    ),
    `Description: ${summary}`,
    ...details.map((line) => (line === "" ? " ." : ` ${line}`)),
    "",
  ].join("\n");
}
