import { runShell } from "@luot/shell";
import { join } from "node:path";

// This module is bundled to main/dist, beside the preload script.
const app = join(import.meta.dirname, "../..");
// The voice comes with the app, so that a wall speaks whatever the network does.
const voicePack = join(app, "../../packages/voice/pack");

runShell({
  screen: "display",
  title: "Lượt · Màn hình",
  look: "wall",
  keys: "citizen",
  mounts: { display: join(app, "dist"), voice: voicePack },
  preload: join(import.meta.dirname, "preload.cjs"),
  devices: null,
});
