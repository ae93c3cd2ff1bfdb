import "./tokens/tokens.css";

export { ConnectionChip } from "./connection/ConnectionChip.tsx";
export { ConnectionGate, type ConnectionGateProps } from "./connection/ConnectionGate.tsx";
export { type ConnectionSeen, connectionWord, isInStep } from "./connection/connectionWord.ts";
export { PairingScreen, type PairingScreenProps } from "./connection/PairingScreen.tsx";
export { Banner, type BannerProps } from "./controls/Banner.tsx";
export { Button, type ButtonProps } from "./controls/Button.tsx";
export { Dialog, type DialogProps } from "./controls/Dialog.tsx";
export { LanguageSwitch } from "./controls/LanguageSwitch.tsx";
export { Qr, type QrProps } from "./controls/Qr.tsx";
export { Tile, type TileProps } from "./controls/Tile.tsx";
export { AppProviders, type AppProvidersProps } from "./frame/AppProviders.tsx";
export { DemoBand } from "./frame/DemoBand.tsx";
export { ScreenFrame, type ScreenFrameProps } from "./frame/ScreenFrame.tsx";
export { createHubContext, type HubContext } from "./hub/createHubContext.tsx";
export { useVersion } from "./hub/useVersion.ts";
export { useNow } from "./hooks/useNow.ts";
export { usePressLock } from "./hooks/usePressLock.ts";
