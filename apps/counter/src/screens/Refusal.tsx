import type { ErrorCode } from "@luot/contract";
import { refusalText, useLanguage } from "@luot/i18n";
import { Banner } from "@luot/ui";
import type { ReactNode } from "react";

/** A refusal in words: what happened and what to do next. */
export function Refusal(props: {
  readonly code: ErrorCode | "disconnected";
  readonly details?: Readonly<Record<string, string | number>>;
}): ReactNode {
  const { i18n } = useLanguage();
  const { what, next } = refusalText(i18n, props.code, props.details ?? {});
  return (
    <Banner kind="danger" title={what} testId="refusal">
      {next}
    </Banner>
  );
}
