/**
 * How an app starts its next one when it has ended, as `app.relaunch` takes it. A program that runs
 * from an AppImage lies in a folder that goes with it: the file itself is to be started (the
 * variable APPIMAGE, which the AppImage runtime sets). Pure.
 *
 * @param env as `process.env`
 * @returns `null` where a supervisor does it (LUOT_SUPERVISED=1)
 */
export function howToRelaunch(
  env: Readonly<Record<string, string | undefined>>,
): { readonly execPath?: string } | null {
  if (env["LUOT_SUPERVISED"] === "1") return null;
  const file = env["APPIMAGE"];
  return file === undefined ? {} : { execPath: file };
}
