import { exposeBridge, guardGestures } from "@luot/shell/preload";

exposeBridge();
guardGestures("desk");
