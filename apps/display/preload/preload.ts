import { exposeBridge, guardGestures } from "@luot/shell/preload";

exposeBridge({ hasDevices: false });
guardGestures("public");
