import { createHubClient } from "@luot/hub-client";
import { createI18n, isLanguage } from "@luot/i18n";
import { AppProviders } from "@luot/ui";
import { createRoot } from "react-dom/client";
import { App } from "./App.tsx";
import { readDisplayWish } from "./DisplayWish.ts";
import { createTokenStore } from "@luot/hub-client";
import { HubProvider } from "./hub/HubContext.ts";

const root = document.querySelector("#root");
if (root === null) throw new Error("the page has no #root");
const wish = readDisplayWish(location.search);
const { counterId } = wish;
const asked = new URLSearchParams(location.search).get("lang");
const language = isLanguage(asked) ? asked : "vi";
const hub = createHubClient({
  kind: "display",
  tokens: createTokenStore(`luot.token.display${counterId === null ? "" : `.${counterId}`}`),
  pairAs: { role: "display", ...(counterId === null ? {} : { counterId }) },
});
createRoot(root).render(
  <AppProviders i18n={createI18n(language)}>
    <HubProvider hub={hub}>
      <App wish={wish} />
    </HubProvider>
  </AppProviders>,
);
