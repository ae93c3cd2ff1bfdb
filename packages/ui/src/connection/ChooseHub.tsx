import {
  type DeviceRoleWord,
  deviceRoleText,
  hubRefusalText,
  type HubRefusalWord,
  useLanguage,
} from "@luot/i18n";
import { useLingui } from "@lingui/react/macro";
import { Delete } from "lucide-react";
import { type ReactNode, type SubmitEvent, useState } from "react";
import { Input, Label, TextField } from "react-aria-components";
import { Banner } from "../controls/Banner.tsx";
import { Button } from "../controls/Button.tsx";
import { LanguageSwitch } from "../controls/LanguageSwitch.tsx";
import type { HubHint } from "../admin/AdminSeen.ts";
import styles from "./ChooseHub.module.css";
import { HubHints } from "./HubHints.tsx";

export interface ChooseHubProps {
  readonly device: DeviceRoleWord;
  /** A keypad for addresses in digits, where there may be no keyboard. */
  readonly hasKeypad: boolean;
  /** Takes the address as typed; why not, or `null` when the screen is about to start anew. */
  readonly choose: (address: string) => Promise<HubRefusalWord | null>;
  /** The hubs heard of so far. Hints to tap: whoever taps one still says to use it. */
  readonly findHubs: () => Promise<readonly HubHint[]>;
  /** The way back; `null` where there is nothing to go back to. */
  readonly onCancel: (() => void) | null;
}

/** The first screen of a desktop app that was not told yet where its hub is. */
export function ChooseHub(props: ChooseHubProps): ReactNode {
  const { device, hasKeypad, choose, findHubs, onCancel } = props;
  const { t } = useLingui();
  const { i18n } = useLanguage();
  const [address, setAddress] = useState("");
  const [refused, setRefused] = useState<HubRefusalWord | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const canSend = !isBusy && address.trim() !== "";

  async function send(): Promise<void> {
    if (!canSend) return;
    setIsBusy(true);
    setRefused(null);
    const code = await choose(address);
    // Taken: the app loads the page anew, and nothing is to be pressed until then.
    if (code === null) return;
    setRefused(code);
    setIsBusy(false);
  }

  return (
    <main className={styles["page"]} data-testid="choose-hub">
      <form
        className={styles["form"]}
        onSubmit={(event: SubmitEvent) => {
          event.preventDefault();
          void send();
        }}
      >
        <p className={styles["soft"]}>{deviceRoleText(i18n, device)}</p>
        <h1>{t`Máy chủ ở đâu?`}</h1>
        <TextField className={styles["field"] ?? ""} value={address} onChange={setAddress}>
          <Label>{t`Địa chỉ máy chủ`}</Label>
          <Input
            className={styles["input"] ?? ""}
            placeholder="192.168.1.10"
            autoCapitalize="none"
            autoComplete="off"
            spellCheck="false"
            data-testid="hub-address"
          />
        </TextField>
        <p className={styles["soft"]}>{t`Địa chỉ có trên màn hình của máy chủ.`}</p>
        {refused !== null && (
          <Banner kind="warning" title={hubRefusalText(i18n, refused).what} testId="hub-refused">
            {hubRefusalText(i18n, refused).next}
          </Banner>
        )}
        <HubHints
          findHubs={findHubs}
          onPick={(url) => setAddress(url.replace(/^http:\/\//u, ""))}
        />
        {hasKeypad && <Keypad address={address} setAddress={setAddress} />}
        {/* Enter in a field sends a form only when it has a button for that. */}
        <input type="submit" hidden />
        <Button
          variant="primary"
          size="large"
          isDisabled={!canSend}
          onPress={() => void send()}
          testId="use-hub"
        >
          {t`Dùng máy chủ này`}
        </Button>
        {onCancel !== null && (
          <Button variant="quiet" size="large" onPress={onCancel} testId="hub-back">
            {t`Quay lại`}
          </Button>
        )}
        <LanguageSwitch />
      </form>
    </main>
  );
}

const KEYS = ["1", "2", "3", "4", "5", "6", "7", "8", "9", ".", "0", ":"] as const;

interface KeypadProps {
  readonly address: string;
  readonly setAddress: (address: string) => void;
}

function Keypad({ address, setAddress }: KeypadProps): ReactNode {
  const { t } = useLingui();
  return (
    <div className={styles["keypad"]}>
      {KEYS.map((key) => (
        <button
          key={key}
          type="button"
          className={styles["key"]}
          onClick={() => setAddress(address + key)}
          data-testid={`key-${key}`}
        >
          {key}
        </button>
      ))}
      <button
        type="button"
        className={`${styles["key"]} ${styles["wide"]}`}
        onClick={() => setAddress(address.slice(0, -1))}
        aria-label={t`Xóa một chữ`}
        data-testid="key-back"
      >
        <Delete aria-hidden size="1.2em" />
      </button>
    </div>
  );
}
