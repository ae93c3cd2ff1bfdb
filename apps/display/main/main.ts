import { runShell } from "@luot/shell";
import { app } from "electron";
import { join } from "node:path";

// This module is bundled to main/dist, beside the preload script.
const own = join(import.meta.dirname, "../..");
// The voice comes with the app, so that a wall speaks whatever the network does.
const voicePack = app.isPackaged ? join(own, "voice") : join(own, "../../packages/voice/pack");

runShell({
  screen: "display",
  title: "Lượt · Màn hình",
  look: "wall",
  keys: "citizen",
  mounts: { display: join(own, "dist"), voice: voicePack },
  preload: join(import.meta.dirname, "preload.cjs"),
  devices: null,
});
