import type { Session } from "electron";
import { isAllowedPermission } from "./isAllowedPermission.ts";
import { isAllowedRequest } from "./isAllowedRequest.ts";

/** Fences a session in: no permission, no device, no download, no request but to app and hub. */
export function lockSession(session: Session, hubUrl: () => string | null): void {
  session.setPermissionRequestHandler((_contents, permission, answer, { requestingUrl }) =>
    answer(isAllowedPermission(permission, requestingUrl)),
  );
  session.setPermissionCheckHandler((_contents, permission, origin) =>
    isAllowedPermission(permission, origin),
  );
  session.setDevicePermissionHandler(() => false);
  session.setUSBProtectedClassesHandler(({ protectedClasses }) => protectedClasses);
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}));
  session.on("will-download", (event) => event.preventDefault());
  session.setSpellCheckerEnabled(false);
  session.webRequest.onBeforeRequest(({ url }, answer) =>
    answer({ cancel: !isAllowedRequest(url, hubUrl()) }),
  );
}
