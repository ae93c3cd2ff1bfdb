import { chooseHub, createHubClient, createTokenStore, hubAddress } from "@luot/hub-client";
import { createI18n } from "@luot/i18n";
import { AppProviders, ChooseHub } from "@luot/ui";
import type { ReactNode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./App.tsx";
import { HubProvider } from "./hub/HubContext.ts";

const root = document.querySelector("#root");
if (root === null) throw new Error("the page has no #root");
createRoot(root).render(
  <AppProviders i18n={createI18n("vi")}>{screenOf(hubAddress())}</AppProviders>,
);

function screenOf(url: string | null): ReactNode {
  if (url === null) return <ChooseHub device="kiosk" hasKeypad choose={chooseHub} />;
  const hub = createHubClient({
    kind: "kiosk",
    url,
    tokens: createTokenStore("luot.token.kiosk"),
    pairAs: { role: "kiosk" },
  });
  return (
    <HubProvider hub={hub}>
      <App />
    </HubProvider>
  );
}
