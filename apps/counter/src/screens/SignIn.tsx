import { useLingui } from "@lingui/react/macro";
import type { ErrorCode } from "@luot/contract";
import { Button } from "@luot/ui";
import { type ReactNode, type SubmitEvent, useState } from "react";
import { Input, Label, TextField } from "react-aria-components";
import type { OfficerDesk } from "../officer/useOfficer.ts";
import { focusAtStart } from "./focusAtStart.ts";
import styles from "./Form.module.css";
import { Refusal } from "./Refusal.tsx";

/** Names of accounts: what the hub takes, and nothing to refuse for a capital or a blank. */
function usernameOf(typed: string): string {
  return typed.trim().toLowerCase();
}

export interface SignInProps {
  readonly desk: OfficerDesk;
  /** "Quầy 5 · Đăng ký doanh nghiệp" */
  readonly place: string;
  readonly isInStep: boolean;
}

/** An officer signs in at this counter. */
export function SignIn({ desk, place, isInStep }: SignInProps): ReactNode {
  const { t } = useLingui();
  const [username, setUsername] = useState("");
  const [password, setPassword] = useState("");
  const [refused, setRefused] = useState<ErrorCode | "disconnected" | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const isComplete = usernameOf(username) !== "" && password !== "";

  async function signIn(): Promise<void> {
    if (isBusy || !isComplete) return;
    setIsBusy(true);
    const answer = await desk.signIn(usernameOf(username), password);
    setIsBusy(false);
    if (answer.ok) return;
    // A name that is no name can't be an account: the hub says so in the wrong words.
    setRefused(answer.code === "bad_request" ? "wrong_credentials" : answer.code);
    setPassword("");
  }

  return (
    <div className={styles["page"]}>
      <form
        className={styles["card"]}
        onSubmit={(event: SubmitEvent) => {
          event.preventDefault();
          void signIn();
        }}
      >
        <p className={styles["soft"]}>{place}</p>
        <h1>{t`Đăng nhập`}</h1>
        {refused !== null && <Refusal code={refused} />}
        <TextField
          className={styles["field"] ?? ""}
          value={username}
          onChange={setUsername}
          autoComplete="username"
        >
          <Label>{t`Tên đăng nhập`}</Label>
          <Input
            ref={focusAtStart}
            className={styles["input"] ?? ""}
            autoCapitalize="none"
            spellCheck="false"
            data-testid="sign-in-username"
          />
        </TextField>
        <TextField
          className={styles["field"] ?? ""}
          type="password"
          value={password}
          onChange={setPassword}
          autoComplete="current-password"
        >
          <Label>{t`Mật khẩu`}</Label>
          <Input className={styles["input"] ?? ""} data-testid="sign-in-password" />
        </TextField>
        {/* Enter in a field sends a form only when it has a button for that. */}
        <input type="submit" hidden />
        <Button
          variant="primary"
          size="large"
          isDisabled={isBusy || !isComplete || !isInStep}
          onPress={() => void signIn()}
          testId="sign-in"
        >
          {t`Đăng nhập`}
        </Button>
      </form>
    </div>
  );
}
