import { exposeBridge, guardGestures } from "@luot/shell/preload";

exposeBridge({ hasDevices: false, hasDesk: true });
guardGestures("desk");
