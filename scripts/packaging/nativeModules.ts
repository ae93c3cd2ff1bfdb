/**
 * What can't be bundled: it loads a native library, or is a file that is opened by its path.
 * scripts/build-shells.ts leaves them out of the kiosk's device process, the hub's bundle too.
 */
export const NOT_BUNDLED = [
  "better-sqlite3",
  "node-hid",
  "serialport",
  "@resvg/resvg-js",
  "@node-rs/argon2",
] as const;

/** For a bundle of ES modules: libraries that are none ask for Node's own parts by `require`. */
export const REQUIRE = [
  'import { createRequire as createRequireOfBundle } from "node:module";',
  "const require = createRequireOfBundle(import.meta.url);",
].join("\n");

/** Which of them, and which fonts, the hub needs; it reads no scanner. */
export const MODULES_OF_HUB = [
  "better-sqlite3",
  "serialport",
  "@resvg/resvg-js",
  "@node-rs/argon2",
  "@expo-google-fonts/be-vietnam-pro",
] as const;

/** And which the kiosk's device process. */
export const MODULES_OF_DEVICES = [
  "better-sqlite3",
  "node-hid",
  "serialport",
  "@resvg/resvg-js",
  "@expo-google-fonts/be-vietnam-pro",
] as const;

/** Of the font's eighteen cuts a ticket is set in two. */
export const ONLY: Readonly<Record<string, RegExp>> = {
  "@expo-google-fonts/be-vietnam-pro":
    /^(package\.json|LICENSE\w*|(400Regular|700Bold)(\/BeVietnamPro_(400Regular|700Bold)\.ttf)?)$/u,
};
