import {
  chooseHub,
  createHubClient,
  createTokenStore,
  findHubs,
  hubAddress,
} from "@luot/hub-client";
import { createI18n } from "@luot/i18n";
import { AppProviders, ChooseHub } from "@luot/ui";
import { createRoot } from "react-dom/client";
import { App } from "./App.tsx";
import { HubProvider } from "./hub/HubContext.ts";
import { readSession } from "./hub/sessionStore.ts";
import { OfflineProvider } from "./offline/OfflineContext.tsx";
import { OfflineDesk } from "./offline/OfflineDesk.ts";
import { OfflineStore } from "./offline/OfflineStore.ts";
import { NoCounter } from "./screens/NoCounter.tsx";

/** A kiosk that was cut off tells its numbers within seconds; a number nobody knows is given up. */
const UNKNOWN_AFTER_MS = 20_000;
const COUNTER_ID = /^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/;

const root = document.querySelector("#root");
if (root === null) throw new Error("the page has no #root");
createRoot(root).render(<AppProviders i18n={createI18n("vi")}>{screenOf(asked())}</AppProviders>);

/** The counter this page is for, from its address. */
function asked(): string | null {
  const id = new URLSearchParams(location.search).get("counter");
  return id !== null && COUNTER_ID.test(id) ? id : null;
}

function screenOf(counterId: string | null) {
  const url = hubAddress();
  if (url === null)
    return (
      <ChooseHub
        device="counter"
        hasKeypad={false}
        choose={chooseHub}
        findHubs={findHubs}
        onCancel={null}
      />
    );
  if (counterId === null) return <NoCounter />;
  const session = readSession();
  const hub = createHubClient({
    kind: "counter",
    url,
    tokens: createTokenStore(`luot.token.counter.${counterId}`),
    pairAs: { role: "counter", counterId },
    ...(session === null ? {} : { session }),
  });
  const store = new OfflineStore(localStorage, counterId);
  const desk = new OfflineDesk({ hub, counterId, store, unknownAfterMs: UNKNOWN_AFTER_MS });
  return (
    <HubProvider hub={hub}>
      <OfflineProvider offline={{ desk, store }}>
        <App counterId={counterId} />
      </OfflineProvider>
    </HubProvider>
  );
}
