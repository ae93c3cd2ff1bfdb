import { runShell } from "@luot/shell";
import { join } from "node:path";

// This module is bundled to main/dist, beside the preload script.
const app = join(import.meta.dirname, "../..");

runShell({
  screen: "kiosk",
  title: "Lượt · Máy lấy số",
  look: "kiosk",
  keys: "citizen",
  mounts: { kiosk: join(app, "dist") },
  preload: join(import.meta.dirname, "preload.cjs"),
  devices: join(import.meta.dirname, "devices.mjs"),
});
