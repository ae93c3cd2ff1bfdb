import type { ReactNode } from "react";
import { LauncherPage } from "./launcher/LauncherPage.tsx";
import { PrinterPage } from "./printer/PrinterPage.tsx";

/** The page that stands at an address: the launcher, or the roll of the virtual printer. */
export function App({ pathname }: { readonly pathname: string }): ReactNode {
  return pathname === "/printer" ? <PrinterPage /> : <LauncherPage />;
}
