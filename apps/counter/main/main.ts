import { runShell } from "@luot/shell";
import { join } from "node:path";

// This module is bundled to main/dist, beside the preload script.
const app = join(import.meta.dirname, "../..");

runShell({
  screen: "counter",
  title: "Lượt · Quầy",
  look: "desk",
  keys: "officer",
  mounts: { counter: join(app, "dist") },
  preload: join(import.meta.dirname, "preload.cjs"),
  devices: null,
});
