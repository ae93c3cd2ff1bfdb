import {
  chooseHub,
  createHubClient,
  createTokenStore,
  findHubs,
  hubAddress,
  type HubClient,
  shellAdmin,
} from "@luot/hub-client";
import { createI18n, isLanguage } from "@luot/i18n";
import { AdminDoor, AppProviders, ChooseHub, type Places } from "@luot/ui";
import type { ReactNode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./App.tsx";
import { readDisplayWish } from "./DisplayWish.ts";
import { HubProvider } from "./hub/HubContext.ts";

const root = document.querySelector("#root");
if (root === null) throw new Error("the page has no #root");
const wish = readDisplayWish(location.search);
const { counterId } = wish;
const asked = new URLSearchParams(location.search).get("lang");
const language = isLanguage(asked) ? asked : "vi";
const url = hubAddress();
const hub = url === null ? null : connect(url);
createRoot(root).render(
  <AppProviders i18n={createI18n(language)}>
    <AdminDoor
      admin={shellAdmin()}
      device="display"
      hasHub={hub !== null}
      findHubs={findHubs}
      loadPlaces={loadPlaces}
    >
      {screenOf()}
    </AdminDoor>
  </AppProviders>,
);

function connect(address: string): HubClient<"display"> {
  return createHubClient({
    kind: "display",
    url: address,
    tokens: createTokenStore(`luot.token.display${counterId === null ? "" : `.${counterId}`}`),
    pairAs: { role: "display", ...(counterId === null ? {} : { counterId }) },
  });
}

function screenOf(): ReactNode {
  if (hub !== null)
    return (
      <HubProvider hub={hub}>
        <App wish={wish} />
      </HubProvider>
    );
  return (
    <ChooseHub
      device="display"
      hasKeypad={false}
      choose={chooseHub}
      findHubs={findHubs}
      onCancel={null}
    />
  );
}

/** What a monitor can be chosen for, of the settings in force. */
async function loadPlaces(): Promise<Places> {
  if (hub === null) throw new Error("there is no hub yet");
  const { counters } = await hub.loadSettings(hub.getState().settingsVersion);
  return {
    zones: [...new Set(counters.map(({ zone }) => zone))].toSorted(),
    counters: counters.map(({ id, number }) => ({ id, number })),
  };
}
