import { useLingui } from "@lingui/react/macro";
import type { ShellDesk } from "@luot/contract";
import { type CentreSettings, fetchCurrentSettings } from "@luot/hub-client";
import { counterText, textOf, useLanguage } from "@luot/i18n";
import { Banner, Button, LanguageSwitch, useVersion } from "@luot/ui";
import { LoaderCircle } from "lucide-react";
import { type ReactNode, useCallback, useState } from "react";
import styles from "./PickCounter.module.css";

export interface PickCounterProps {
  /** The hub's address. */
  readonly url: string;
  readonly choose: ShellDesk["chooseCounter"];
}

/** The first start of a counter's app, once its hub is known: at which counter does it stand? */
export function PickCounter({ url, choose }: PickCounterProps): ReactNode {
  const { t } = useLingui();
  const load = useCallback(() => fetchCurrentSettings(url), [url]);
  // Any version: the one in force is fetched, again and again until the hub answers.
  const settings = useVersion(1, load);
  const [chosen, setChosen] = useState<string | null>(null);
  const [isRefused, setIsRefused] = useState(false);

  async function take(counterId: string): Promise<void> {
    setChosen(counterId);
    const done = await choose(counterId);
    // Taken: the app loads the page anew.
    if (done.ok) return;
    setChosen(null);
    setIsRefused(true);
  }

  return (
    <main className={styles["page"]} data-testid="pick-counter">
      <h1>{t`Máy này ở quầy nào?`}</h1>
      {settings === null ? (
        <p className={styles["waiting"]}>
          <LoaderCircle aria-hidden size="1.4em" />
          {t`Đang lấy danh sách quầy từ máy chủ…`}
        </p>
      ) : (
        <p className={styles["soft"]}>{t`Chọn một lần; đổi lại được khi chưa ai đăng nhập.`}</p>
      )}
      {isRefused && (
        <Banner
          kind="danger"
          title={t`Không lưu được lựa chọn. Kiểm tra ổ đĩa của máy này.`}
          testId="pick-refused"
        />
      )}
      <Counters
        counters={settings?.counters ?? []}
        isDisabled={chosen !== null}
        onTake={(id) => void take(id)}
      />
      <LanguageSwitch />
    </main>
  );
}

interface CountersProps {
  readonly counters: CentreSettings["counters"];
  readonly isDisabled: boolean;
  readonly onTake: (id: string) => void;
}

function Counters({ counters, isDisabled, onTake }: CountersProps): ReactNode {
  const { i18n, language } = useLanguage();
  return (
    <ul className={styles["list"]}>
      {counters.map(({ id, number, name }) => (
        <li key={id}>
          <Button
            variant="secondary"
            size="large"
            isDisabled={isDisabled}
            onPress={() => onTake(id)}
            testId={`pick-${id}`}
          >
            {[counterText(i18n, number), ...(name === null ? [] : [textOf(name, language)])].join(
              " · ",
            )}
          </Button>
        </li>
      ))}
    </ul>
  );
}
