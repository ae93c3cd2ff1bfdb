import { createHubClient, type TokenStore } from "@luot/hub-client";
import { createI18n, isLanguage } from "@luot/i18n";
import { AppProviders } from "@luot/ui";
import { createRoot } from "react-dom/client";
import { App } from "./App.tsx";
import { HubProvider } from "./hub/HubContext.ts";
import { NoTicket } from "./screens/NoTicket.tsx";

/** A phone proves its one ticket by the address it was opened with, and is never paired. */
const NO_TOKENS: TokenStore = { read: () => null, write: () => {} };

const root = document.querySelector("#root");
if (root === null) throw new Error("the page has no #root");
const parameters = new URLSearchParams(location.search);
const ticketToken = parameters.get("t");
const asked = parameters.get("lang");
const i18n = createI18n(isLanguage(asked) ? asked : "vi");
createRoot(root).render(
  <AppProviders i18n={i18n}>
    {ticketToken === null ? (
      <NoTicket />
    ) : (
      <HubProvider hub={createHubClient({ kind: "phone", tokens: NO_TOKENS, ticketToken })}>
        <App />
      </HubProvider>
    )}
  </AppProviders>,
);
