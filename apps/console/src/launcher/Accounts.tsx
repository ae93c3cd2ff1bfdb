import { useLingui } from "@lingui/react/macro";
import type { LauncherState } from "@luot/contract";
import { officerRoleText, useLanguage } from "@luot/i18n";
import { KeyRound } from "lucide-react";
import type { ReactNode } from "react";
import { CopyText } from "../parts/CopyText.tsx";
import { Panel } from "../parts/Panel.tsx";
import styles from "./Accounts.module.css";
import { accountUseText } from "./words.ts";

type Account = LauncherState["accounts"][number];

/** The accounts of the demonstration, with what they open and where they are of use. */
export function Accounts({ accounts }: { readonly accounts: readonly Account[] }): ReactNode {
  const { t } = useLingui();
  return (
    <Panel
      title={t`Tài khoản dùng thử`}
      note={t`Mật khẩu và mã PIN được tạo mới mỗi lần khởi động. Mã PIN dùng để mở khóa quầy.`}
      icon={<KeyRound aria-hidden size="1.3rem" />}
    >
      <table className={styles["table"]}>
        <thead>
          <tr>
            <th>{t`Tên đăng nhập`}</th>
            <th>{t`Mật khẩu`}</th>
            <th>{t`Mã PIN`}</th>
            <th>{t`Dùng ở đâu`}</th>
          </tr>
        </thead>
        <tbody>
          {accounts.map((account) => (
            <Row key={account.username} account={account} />
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

function Row({ account }: { readonly account: Account }): ReactNode {
  const { t } = useLingui();
  const { i18n } = useLanguage();
  const { username, role, password, pin } = account;
  return (
    <tr data-testid={`account-${username}`}>
      <th scope="row">
        <Word>{t`Tên đăng nhập`}</Word>
        <CopyText
          text={username}
          label={t`Tên đăng nhập ${username}`}
          testId={`account-${username}-username`}
        />
      </th>
      <td>
        <Word>{t`Mật khẩu`}</Word>
        <CopyText
          text={password}
          label={t`Mật khẩu của ${username}`}
          testId={`account-${username}-password`}
        />
      </td>
      <td>
        <Word>{t`Mã PIN`}</Word>
        <CopyText text={pin} label={t`Mã PIN của ${username}`} testId={`account-${username}-pin`} />
      </td>
      <td className={styles["use"]}>
        <span>
          <strong>{officerRoleText(i18n, role)}</strong>
          <br />
          {accountUseText(i18n, role)}
        </span>
      </td>
    </tr>
  );
}

/** The head of a column again, where the table has become a list. */
function Word({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <span className={styles["word"]} aria-hidden>
      {children}
    </span>
  );
}
