import { createHubClient } from "@luot/hub-client";
import { createI18n } from "@luot/i18n";
import { AppProviders } from "@luot/ui";
import { createRoot } from "react-dom/client";
import { App } from "./App.tsx";
import { createTokenStore } from "@luot/hub-client";
import { HubProvider } from "./hub/HubContext.ts";

const root = document.querySelector("#root");
if (root === null) throw new Error("the page has no #root");
const hub = createHubClient({
  kind: "kiosk",
  tokens: createTokenStore("luot.token.kiosk"),
  pairAs: { role: "kiosk" },
});
createRoot(root).render(
  <AppProviders i18n={createI18n("vi")}>
    <HubProvider hub={hub}>
      <App />
    </HubProvider>
  </AppProviders>,
);
