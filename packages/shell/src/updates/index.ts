export { openManifest } from "./openManifest.ts";
export { sealManifest } from "./sealManifest.ts";
export { TEST_RUNTIME_SUFFIX } from "./testRuntime.ts";
export { manifestName, type UpdateManifest, UpdateTargetSchema } from "./UpdateManifest.ts";
