import { defineConfig } from "@lingui/conf";

export default defineConfig({
  sourceLocale: "vi",
  locales: ["vi", "en"],
  catalogs: [
    {
      path: "<rootDir>/packages/i18n/src/locales/{locale}",
      include: ["apps/*/src/**/*.{ts,tsx}", "packages/ui/src", "packages/i18n/src"],
      exclude: ["**/*.test.*", "**/node_modules/**", "apps/hub/**"],
    },
  ],
});
