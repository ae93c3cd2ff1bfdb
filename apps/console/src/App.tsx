import type { ReactNode } from "react";
import { DossiersPage } from "./dossiers/DossiersPage.tsx";
import { LauncherPage } from "./launcher/LauncherPage.tsx";
import { PrinterPage } from "./printer/PrinterPage.tsx";

/** The page that stands at an address: the launcher, the dossiers, or the virtual printer's roll. */
export function App({ pathname }: { readonly pathname: string }): ReactNode {
  if (pathname === "/dossiers") return <DossiersPage />;
  return pathname === "/printer" ? <PrinterPage /> : <LauncherPage />;
}
