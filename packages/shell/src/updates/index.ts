export { openManifest } from "./openManifest.ts";
export { sealManifest } from "./sealManifest.ts";
export { manifestName, type UpdateManifest, UpdateTargetSchema } from "./UpdateManifest.ts";
