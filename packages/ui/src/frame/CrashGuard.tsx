import { Trans } from "@lingui/react/macro";
import { Component, type ReactNode } from "react";

/** A screen in a hall has nobody to reload it. */
const RELOAD_AFTER_MS = 10_000;

interface CrashGuardState {
  readonly hasCrashed: boolean;
}

/** Shows plain words instead of a blank page when a screen breaks, and loads it afresh. */
export class CrashGuard extends Component<{ readonly children: ReactNode }, CrashGuardState> {
  override state: CrashGuardState = { hasCrashed: false };

  static getDerivedStateFromError(): CrashGuardState {
    return { hasCrashed: true };
  }

  override componentDidCatch(): void {
    setTimeout(() => location.reload(), RELOAD_AFTER_MS);
  }

  override render(): ReactNode {
    if (!this.state.hasCrashed) return this.props.children;
    return (
      <p role="alert">
        <Trans>Màn hình gặp lỗi và sẽ tự tải lại sau ít giây.</Trans>
      </p>
    );
  }
}
