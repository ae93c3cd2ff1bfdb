import {
  chooseHub,
  createHubClient,
  createTokenStore,
  findHubs,
  hubAddress,
  shellAdmin,
} from "@luot/hub-client";
import { createI18n } from "@luot/i18n";
import { AdminDoor, AppProviders, ChooseHub } from "@luot/ui";
import type { ReactNode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./App.tsx";
import { HubProvider } from "./hub/HubContext.ts";

const root = document.querySelector("#root");
if (root === null) throw new Error("the page has no #root");
const url = hubAddress();
createRoot(root).render(
  <AppProviders i18n={createI18n("vi")}>
    <AdminDoor
      admin={shellAdmin()}
      device="kiosk"
      hasHub={url !== null}
      findHubs={findHubs}
      loadPlaces={null}
    >
      {screenOf(url)}
    </AdminDoor>
  </AppProviders>,
);

function screenOf(url: string | null): ReactNode {
  if (url === null)
    return (
      <ChooseHub device="kiosk" hasKeypad choose={chooseHub} findHubs={findHubs} onCancel={null} />
    );
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
