import { createI18n } from "@luot/i18n";
import { AppProviders } from "@luot/ui";
import { createRoot } from "react-dom/client";
import { App } from "./App.tsx";

const root = document.querySelector("#root");
if (root === null) throw new Error("the page has no #root");
createRoot(root).render(
  <AppProviders i18n={createI18n("vi")}>
    <App pathname={location.pathname} />
  </AppProviders>,
);
