import { exposeBridge, guardGestures } from "@luot/shell/preload";

exposeBridge({ hasDevices: false, hasDesk: false });
guardGestures("public");
