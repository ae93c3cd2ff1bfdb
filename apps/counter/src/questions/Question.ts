import type { DossierView } from "@luot/contract";
import type { DeskTicket } from "@luot/hub-client";

/** The question that stands in front of the desk. */
export type Question =
  | { readonly kind: "transfer" }
  | { readonly kind: "park" }
  | { readonly kind: "pause" }
  | { readonly kind: "finish" }
  /** Whom to call out of the order. */
  | { readonly kind: "whom" }
  | { readonly kind: "call-reason"; readonly ticket: DeskTicket }
  /** What to do with somebody in the queue. */
  | { readonly kind: "ticket"; readonly ticket: DeskTicket }
  | { readonly kind: "priority"; readonly ticket: DeskTicket }
  | { readonly kind: "cancel"; readonly ticket: DeskTicket }
  | { readonly kind: "issue" }
  | { readonly kind: "issue-class"; readonly serviceId: string }
  /** What to do with the dossiers of the number at the counter. */
  | { readonly kind: "dossiers" }
  | { readonly kind: "dossier"; readonly dossier: DossierView }
  | { readonly kind: "dossier-add" };
