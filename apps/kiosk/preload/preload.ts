import { exposeBridge, guardGestures } from "@luot/shell/preload";

exposeBridge({ hasDevices: true, hasDesk: false });
guardGestures("public");
