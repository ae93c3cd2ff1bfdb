// The rooms table of the architecture as rules.
const tests = "\\.(test|int|e2e|contract)\\.tsx?$|/testing/";
const error = (name, from, to) => ({ name, severity: "error", from, to });
const only = (room, allowed, where = "packages") =>
  error(
    `${room}-imports`,
    { path: `^${where}/${room}/src/`, pathNot: tests },
    {
      pathNot: `^${where}/${room}/|^packages/(${allowed})/|node_modules/(${allowed})/`,
      dependencyTypesNot: ["core"],
    },
  );
const SCREENS = "kiosk|counter|display|console|phone";
module.exports = {
  forbidden: [
    error("no-circular", {}, { circular: true }),
    error("not-resolvable", {}, { couldNotResolve: true, pathNot: "\\.css$|\\.po$|\\?" }),
    only("kit", "-"),
    only("domain", "kit"),
    only("contract", "kit|domain|zod"),
    only("dossier", "kit|domain"),
    only("voice", "kit"),
    only("store", "kit|domain|contract|zod|better-sqlite3|@types/better-sqlite3"),
    only("hub-client", "kit|contract|domain|socket.io-client"),
    only("i18n", "kit|@lingui/[^/]+|react|@types/react"),
    only(
      "ui",
      "kit|i18n|@lingui/[^/]+|react|react-dom|@types/react|@types/react-dom|react-aria-components|lucide-react|uqr|@fontsource-variable/noto-sans",
    ),
    only("shell", "kit|contract|zod|electron|multicast-dns|@types/multicast-dns"),
    error(
      "electron-only-in-shell",
      // The fallback runtime's own default app is packed, not imported.
      {
        path: "^(apps|packages|hardware|scripts)/",
        pathNot: "^packages/shell/|^apps/[^/]+/main/|^scripts/lib/electronDefaultApp\\.mjs$",
      },
      { path: "node_modules/electron/" },
    ),
    error(
      "shell-only-in-main-processes",
      {
        path: "^(apps|packages|hardware)/",
        pathNot: `^packages/shell/|^apps/[^/]+/(main|preload)/|${tests}`,
      },
      { path: "^packages/shell/" },
    ),
    error(
      "contract-takes-only-types-from-domain",
      { path: "^packages/contract/src/", pathNot: tests },
      { path: "^packages/domain/", dependencyTypesNot: ["type-only"] },
    ),
    error(
      "pure-packages-have-no-node",
      {
        path: "^packages/(kit|domain|contract|dossier|voice|hub-client|i18n|ui)/src/",
        pathNot: tests,
      },
      { dependencyTypes: ["core"] },
    ),
    error("packages-know-no-app-or-device", { path: "^packages/" }, { path: "^(apps|hardware)/" }),
    error(
      "apps-do-not-import-each-other",
      // An app in its own window is tested against the real hub.
      { path: "^apps/([^/]+)/", pathNot: "\\.e2e\\.ts$|/testing/" },
      { path: "^apps/", pathNot: "^apps/$1/" },
    ),
    error("hub-has-no-screens", { path: "^apps/hub/" }, { path: "^packages/(ui|shell)/" }),
    error(
      "hub-only-prints",
      { path: "^apps/hub/src/", pathNot: tests },
      { path: "^hardware/(?!printer/)" },
    ),
    error(
      "screens-know-no-engine-or-store",
      { path: `^apps/(${SCREENS})/src/`, pathNot: tests },
      { path: "^packages/(domain|store)/" },
    ),
    error(
      "screens-have-no-node",
      { path: `^apps/(${SCREENS})/src/`, pathNot: tests },
      { dependencyTypes: ["core"] },
    ),
    error(
      "screens-move-no-devices",
      // An app in its own window is tested with virtual devices.
      { path: `^apps/(${SCREENS})/src/`, pathNot: "\\.e2e\\.ts$" },
      { path: "^hardware/" },
    ),
    error(
      "hardware-stands-alone",
      { path: "^hardware/([^/]+)/src/", pathNot: tests },
      { path: "^(apps|packages|hardware)/", pathNot: "^hardware/$1/|^packages/kit/" },
    ),
    error(
      "native-only-in-transports",
      {
        path: "^(apps|packages|hardware|scripts)/",
        pathNot: `^hardware/[^/]+/src/transports/|${tests}`,
      },
      { path: "node_modules/(node-hid|serialport|@serialport/[^/]+)/" },
    ),
    error(
      "sqlite-only-in-store",
      { path: "^(apps|packages|hardware)/", pathNot: `^packages/store/|${tests}` },
      { path: "node_modules/better-sqlite3/" },
    ),
    error(
      "no-deep-imports",
      { path: "^(?:apps|hardware|packages|scripts)/([^/]+)/" },
      {
        path: "^(?:hardware|packages)/[^/]+/src/(?!(index|testing/index|paper/index|preload/index|updates/index)\\.ts$)",
        pathNot: "^(?:hardware|packages)/$1/|/src/locales/|\\.css$",
      },
    ),
    error(
      "fakes-only-in-tests",
      { pathNot: `${tests}|/(Fake|InMemory)[^/]*\\.ts$|^scripts/` },
      { path: "/testing/|/(Fake|InMemory)[^/]*\\.ts$" },
    ),
    error("nobody-imports-scripts", { path: "^(apps|packages|hardware)/" }, { path: "^scripts/" }),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules" },
    exclude: { path: "/dist/" },
    enhancedResolveOptions: {
      conditionNames: ["types", "import", "default"],
      exportsFields: ["exports"],
      extensions: [".ts", ".tsx", ".js", ".cjs", ".mjs", ".json"],
    },
  },
};
