import { chooseHub, createHubClient, createTokenStore, hubAddress } from "@luot/hub-client";
import { createI18n, isLanguage } from "@luot/i18n";
import { AppProviders, ChooseHub } from "@luot/ui";
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
createRoot(root).render(
  <AppProviders i18n={createI18n(language)}>{screenOf(hubAddress())}</AppProviders>,
);

function screenOf(url: string | null): ReactNode {
  if (url === null) return <ChooseHub device="display" hasKeypad={false} choose={chooseHub} />;
  const hub = createHubClient({
    kind: "display",
    url,
    tokens: createTokenStore(`luot.token.display${counterId === null ? "" : `.${counterId}`}`),
    pairAs: { role: "display", ...(counterId === null ? {} : { counterId }) },
  });
  return (
    <HubProvider hub={hub}>
      <App wish={wish} />
    </HubProvider>
  );
}
