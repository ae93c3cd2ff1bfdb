import type { DeskShortcut } from "@luot/contract";
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
import { Bar } from "./bar/Bar.tsx";
import { HubProvider } from "./hub/HubContext.ts";
import { readSession } from "./hub/sessionStore.ts";
import { OfflineProvider } from "./offline/OfflineContext.tsx";
import { OfflineDesk } from "./offline/OfflineDesk.ts";
import { OfflineStore } from "./offline/OfflineStore.ts";
import { DeskRemote } from "./remote/DeskRemote.ts";
import { openDeskChannel } from "./remote/openDeskChannel.ts";
import { RemoteProvider } from "./remote/RemoteContext.tsx";
import { NoCounter } from "./screens/NoCounter.tsx";
import { PickCounter } from "./screens/PickCounter.tsx";

/** A kiosk that was cut off tells its numbers within seconds; a number nobody knows is given up. */
const UNKNOWN_AFTER_MS = 20_000;
const COUNTER_ID = /^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/;

const root = document.querySelector("#root");
if (root === null) throw new Error("the page has no #root");
const query = new URLSearchParams(location.search);
createRoot(root).render(
  <AppProviders i18n={createI18n("vi")}>{screenOf(asked(), query.has("bar"))}</AppProviders>,
);

/** The counter this page is for, from its address. */
function asked(): string | null {
  const id = query.get("counter");
  return id !== null && COUNTER_ID.test(id) ? id : null;
}

function screenOf(counterId: string | null, isBar: boolean) {
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
  const shell = window.luotShell?.desk ?? null;
  if (counterId === null)
    return shell === null ? <NoCounter /> : <PickCounter url={url} choose={shell.chooseCounter} />;
  if (isBar && shell !== null)
    return (
      <Bar
        counterId={counterId}
        onShowWindow={() => void shell.showWindow()}
        onHide={() => void shell.toggleBar()}
      />
    );
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
  // Told only of what another page of this counter has written.
  addEventListener("storage", () => desk.reread());
  const remote = new DeskRemote(openDeskChannel(counterId));
  shell?.onShortcut((shortcut) => actByShortcut(remote, shortcut));
  return (
    <HubProvider hub={hub}>
      <OfflineProvider offline={{ desk, store }}>
        <RemoteProvider remote={remote}>
          <App counterId={counterId} shell={shell} />
        </RemoteProvider>
      </OfflineProvider>
    </HubProvider>
  );
}

function actByShortcut(remote: DeskRemote, shortcut: DeskShortcut): void {
  switch (shortcut) {
    case "call-next":
      return remote.act("next");
    case "recall":
    case "finish":
      return remote.act(shortcut);
    case "show-bar":
      // The app's own affair.
      return undefined;
    default:
      return shortcut satisfies never;
  }
}
