import type { ReactNode } from "react";
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import styles from "./Dialog.module.css";

export interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  /** Called for Escape too, so it must be the harmless way out. */
  readonly onClose: () => void;
  readonly children?: ReactNode;
  /** The buttons, the main one last. */
  readonly actions: ReactNode;
  readonly testId?: string;
}

/** A question in front of everything else; the focus stays in it and returns afterwards. */
export function Dialog(props: DialogProps): ReactNode {
  const { title, isOpen, onClose, children, actions, testId } = props;
  return (
    <ModalOverlay
      className={styles["overlay"] ?? ""}
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
    >
      <Modal className={styles["modal"] ?? ""}>
        <AriaDialog
          className={styles["dialog"] ?? ""}
          role="alertdialog"
          {...(testId === undefined ? {} : { "data-testid": testId })}
        >
          <Heading slot="title" className={styles["title"] ?? ""}>
            {title}
          </Heading>
          {children !== undefined && <div>{children}</div>}
          <div className={styles["actions"]}>{actions}</div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
