import type { AdminRefusalWord, DeviceRoleWord, HubRefusalWord } from "@luot/i18n";
import { useLingui } from "@lingui/react/macro";
import { LoaderCircle } from "lucide-react";
import { type ReactNode, useState } from "react";
import { ChooseHub } from "../connection/ChooseHub.tsx";
import { AdminFront, type AdminPart } from "./AdminFront.tsx";
import styles from "./Admin.module.css";
import type { AdminSeen, HubHint, MenuSeen, MenuWish, PinTaken, Places } from "./AdminSeen.ts";
import { ChooseWalls } from "./ChooseWalls.tsx";
import { SetPin } from "./SetPin.tsx";
import { SetSleep } from "./SetSleep.tsx";

export interface AdminMenuProps {
  readonly admin: Pick<AdminSeen, "wish">;
  readonly menu: MenuSeen;
  readonly device: DeviceRoleWord;
  readonly findHubs: () => Promise<readonly HubHint[]>;
  /** Where monitors may belong, rejects while the hub is not there; `null` in an app without. */
  readonly loadPlaces: (() => Promise<Places>) | null;
  readonly onMenu: (menu: MenuSeen) => void;
  readonly onLeave: () => void;
}

type Refusal = AdminRefusalWord | HubRefusalWord;

/** What an administrator may do with the machine. */
export function AdminMenu(props: AdminMenuProps): ReactNode {
  const { admin, menu, device, findHubs, loadPlaces, onMenu, onLeave } = props;
  const { t } = useLingui();
  const [part, setPart] = useState<AdminPart>("front");
  const [refused, setRefused] = useState<Refusal | null>(null);
  const back = (): void => setPart("front");

  /** @returns why it was not done */
  async function wish(wished: MenuWish, next: AdminPart): Promise<Refusal | null> {
    const taken = await admin.wish(wished);
    const code = taken.ok ? null : taken.code;
    setRefused(code);
    if (code === "shut") onLeave();
    if (taken.ok) {
      onMenu(taken.menu);
      setPart(next);
    }
    return code;
  }

  async function keepPin(pin: string): Promise<PinTaken> {
    const code = await wish({ kind: "change-pin", pin }, "front");
    return code === null ? { ok: true } : { ok: false, code: isHubCode(code) ? "shut" : code };
  }

  if (part === "ending") return <Ending />;
  if (part === "pin")
    return (
      <SetPin keep={keepPin} leave={{ word: t`Quay lại`, onPress: back }} hasLanguages={false} />
    );
  if (part === "hub")
    return (
      <ChooseHub
        device={device}
        // A wall has a keyboard when somebody sets it up, and a keypad would not fit.
        hasKeypad={device === "kiosk"}
        findHubs={findHubs}
        onCancel={back}
        choose={async (address) => {
          const code = await wish({ kind: "change-hub", address }, "ending");
          return code !== null && isHubCode(code) ? code : null;
        }}
      />
    );
  if (part === "walls" && menu.walls !== null && loadPlaces !== null)
    return (
      <ChooseWalls
        walls={menu.walls}
        loadPlaces={loadPlaces}
        save={(walls) => void wish({ kind: "choose-walls", walls }, "front")}
        onBack={back}
      />
    );
  if (part === "sleep" && menu.walls !== null)
    return (
      <SetSleep
        sleep={menu.walls.sleep}
        save={(sleep) => void wish({ kind: "set-sleep", sleep }, "front")}
        onBack={back}
      />
    );
  return (
    <AdminFront
      menu={menu}
      refused={refused !== null && !isHubCode(refused) ? refused : null}
      go={setPart}
      end={(kind) => void wish({ kind }, "ending")}
      onLeave={() => {
        void admin.wish({ kind: "leave" });
        onLeave();
      }}
    />
  );
}

function isHubCode(code: Refusal): code is Exclude<HubRefusalWord, "cannot_store"> {
  return code === "bad_address" || code === "no_answer" || code === "not_a_hub";
}

function Ending(): ReactNode {
  const { t } = useLingui();
  return (
    <div className={styles["form"]} data-testid="admin-ending">
      <LoaderCircle aria-hidden size="3rem" />
      <h1>{t`Xin chờ trong giây lát`}</h1>
    </div>
  );
}
