import type { ReactNode } from "react";

/** The page of the hub's own machine. Being built. */
export function App({ pathname }: { readonly pathname: string }): ReactNode {
  return <main>{pathname}</main>;
}
