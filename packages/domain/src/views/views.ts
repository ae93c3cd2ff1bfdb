import type { State } from "../state.ts";
import { applyDeskView, type DeskView, deskView } from "./deskView.ts";
import { applyDisplayView, type DisplayView, displayView } from "./displayView.ts";
import { applyKioskView, type KioskView, kioskView } from "./kioskView.ts";
import type { ViewEvent, ViewKind } from "./ViewEvent.ts";

/** The view each kind of screen folds. */
export interface Views {
  readonly kiosk: KioskView;
  readonly counter: DeskView;
  readonly display: DisplayView;
  readonly console: DeskView;
}

interface Fold<V> {
  readonly view: (state: State) => V;
  readonly apply: (view: V, event: ViewEvent) => V;
}

const FOLDS: { readonly [K in ViewKind]: Fold<Views[K]> } = {
  kiosk: { view: kioskView, apply: applyKioskView },
  counter: { view: deskView, apply: applyDeskView },
  display: { view: displayView, apply: applyDisplayView },
  console: { view: deskView, apply: applyDeskView },
};

/** The view of a state: what the hub sends as a snapshot. */
export function viewOf<K extends ViewKind>(kind: K, state: State): Views[K] {
  return FOLDS[kind].view(state);
}

/**
 * Folds one projected fact into a view: what screens do with what is pushed.
 *
 * The law of views (VIEW-1): folding `projectFrame(kind, events, after)` into `viewOf(kind, before)`
 * gives `viewOf(kind, after)`, for any facts in a row that lead from `before` to `after`.
 */
export function applyView<K extends ViewKind>(kind: K, view: Views[K], event: ViewEvent): Views[K] {
  return FOLDS[kind].apply(view, event);
}
