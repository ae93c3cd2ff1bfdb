export { exposeBridge } from "./exposeBridge.ts";
export { guardGestures } from "./guardGestures.ts";
