import type { Service } from "@luot/hub-client";
import { FileCheck, FilePen, FilePlus, MessageCircleQuestionMark, Receipt } from "lucide-react";
import type { ReactNode } from "react";

const ICONS = {
  submit: FilePlus,
  supplement: FilePen,
  collect: FileCheck,
  pay: Receipt,
  guidance: MessageCircleQuestionMark,
} as const;

/** A picture beside the words for what people come for. */
export function KindIcon({ kind }: { readonly kind: Service["kind"] }): ReactNode {
  const Icon = ICONS[kind];
  return <Icon aria-hidden size="2rem" />;
}
