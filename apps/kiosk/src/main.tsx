import {
  chooseHub,
  createHubClient,
  createRemoteHub,
  createTokenStore,
  findHubs,
  type HubClient,
  hubAddress,
  shellAdmin,
} from "@luot/hub-client";
import { createI18n } from "@luot/i18n";
import { AdminDoor, AppProviders, ChooseHub } from "@luot/ui";
import type { ReactNode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./App.tsx";
import { DevicesProvider } from "./hub/DevicesContext.ts";
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
  // As an app the page has no network: it uses the client in the process of the devices.
  const port = window.luotShell?.devices ?? null;
  const remote = port === null ? null : createRemoteHub(port, url);
  return (
    <DevicesProvider value={remote}>
      <HubProvider hub={remote ?? browserHub(url)}>
        <App />
      </HubProvider>
    </DevicesProvider>
  );
}

function browserHub(url: string): HubClient<"kiosk"> {
  return createHubClient({
    kind: "kiosk",
    url,
    tokens: createTokenStore("luot.token.kiosk"),
    pairAs: { role: "kiosk" },
  });
}
