/**
 * What a page of the app may do: load what the app itself holds, and talk to its hub alone.
 *
 * `sandbox` without `allow-modals`, `allow-popups` and `allow-downloads` also takes away `alert`,
 * `print`, new windows and downloads (HTML Living Standard, 7.1.5 Sandboxing).
 *
 * @param hubUrl the hub's origin; `null` before it was chosen
 * @returns the value of the header `content-security-policy`
 */
export function contentSecurityPolicy(hubUrl: string | null): string {
  const hub = hubUrl === null ? [] : [hubUrl, hubUrl.replace(/^http/u, "ws")];
  return [
    "default-src 'none'",
    "script-src 'self'",
    // The controls of the screens set styles of their own.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "media-src 'self' blob:",
    ["connect-src 'self'", ...hub].join(" "),
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "sandbox allow-scripts allow-same-origin allow-forms",
  ].join("; ");
}
