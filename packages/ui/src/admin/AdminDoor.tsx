import { type DeviceRoleWord, useLanguage } from "@luot/i18n";
import { useLingui } from "@lingui/react/macro";
import { type ReactNode, useEffect, useEffectEvent, useRef, useState } from "react";
import styles from "./Admin.module.css";
import { AdminMenu } from "./AdminMenu.tsx";
import type { AdminSeen, HubHint, MenuSeen, Places } from "./AdminSeen.ts";
import { followTaps, type Tap } from "./cornerTaps.ts";
import { EnterPin } from "./EnterPin.tsx";
import { SetPin } from "./SetPin.tsx";
import { useIdle } from "./useIdle.ts";

const OPEN_MS = 30_000;

export interface AdminDoorProps {
  /** `null` in a browser and in an ordinary window: there is no door. */
  readonly admin: AdminSeen | null;
  readonly device: DeviceRoleWord;
  /** Whether the machine knows its hub; before, there is nothing to lock. */
  readonly hasHub: boolean;
  readonly findHubs: () => Promise<readonly HubHint[]>;
  /** Where monitors may belong, rejects while the hub is not there; `null` in an app without. */
  readonly loadPlaces: (() => Promise<Places>) | null;
  readonly children: ReactNode;
}

/**
 * The administrator's way out of a screen that nobody else may leave: five taps in its top left
 * corner, or Ctrl+Alt+Shift+L, then the PIN. A machine that has none yet asks for one first of all.
 */
export function AdminDoor(props: AdminDoorProps): ReactNode {
  const { admin, hasHub, children } = props;
  if (admin === null) return children;
  if (admin.pin === "unset" && hasHub) return <FirstPin admin={admin} />;
  return <Door {...props} admin={admin} />;
}

function FirstPin({ admin }: { readonly admin: AdminSeen }): ReactNode {
  const { t } = useLingui();
  const putOff = { word: t`Để sau`, onPress: () => void admin.putOff() };
  return (
    <div className={styles["overlay"]} data-awake data-testid="first-pin">
      <SetPin keep={admin.keepPin} leave={admin.canPutOff ? putOff : null} hasLanguages />
    </div>
  );
}

function Door(props: AdminDoorProps & { readonly admin: AdminSeen }): ReactNode {
  const { children } = props;
  const [isOpen, setIsOpen] = useState(false);
  useDoor(() => setIsOpen(true));
  return (
    <>
      {/* What is behind can't be reached meanwhile, and goes on. */}
      <div className={styles["behind"]} inert={isOpen}>
        {children}
      </div>
      {isOpen && <Room {...props} onLeave={() => setIsOpen(false)} />}
    </>
  );
}

/** What is behind the door: first the PIN, then the menu, back to the screen after a while. */
function Room(
  props: AdminDoorProps & { readonly admin: AdminSeen; readonly onLeave: () => void },
): ReactNode {
  const { admin, device, findHubs, loadPlaces } = props;
  const { language, setLanguage } = useLanguage();
  const [before] = useState(language);
  // Whatever language an administrator reads, the hall gets its own back.
  const onLeave = (): void => {
    setLanguage(before);
    props.onLeave();
  };
  const [menu, setMenu] = useState<MenuSeen | null>(null);
  useIdle({
    afterMs: OPEN_MS,
    onIdle: onLeave,
    onTouch: () => {
      if (menu !== null) void admin.wish({ kind: "stay" });
    },
  });
  return (
    <dialog open className={styles["overlay"]} data-awake data-testid="admin-door">
      {menu === null ? (
        <EnterPin admin={admin} onMenu={setMenu} onLeave={onLeave} />
      ) : (
        <AdminMenu
          admin={admin}
          menu={menu}
          device={device}
          findHubs={findHubs}
          loadPlaces={loadPlaces}
          onMenu={setMenu}
          onLeave={onLeave}
        />
      )}
    </dialog>
  );
}

/** Listens for the taps and the keys that open the door, before the screen gets them. */
function useDoor(onDoor: () => void): void {
  const taps = useRef<readonly Tap[]>([]);
  const onTap = useEffectEvent(({ clientX: x, clientY: y, timeStamp }: PointerEvent): void => {
    const remPx = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
    const followed = followTaps(taps.current, { x, y, atMs: timeStamp }, remPx);
    taps.current = followed.taps;
    if (followed.isDoor) onDoor();
  });
  const onKey = useEffectEvent((event: KeyboardEvent): void => {
    const { ctrlKey, altKey, shiftKey, code } = event;
    if (ctrlKey && altKey && shiftKey && code === "KeyL") onDoor();
  });
  useEffect(() => {
    window.addEventListener("pointerdown", onTap, { capture: true });
    window.addEventListener("keydown", onKey, { capture: true });
    return () => {
      window.removeEventListener("pointerdown", onTap, { capture: true });
      window.removeEventListener("keydown", onKey, { capture: true });
    };
  }, []);
}
