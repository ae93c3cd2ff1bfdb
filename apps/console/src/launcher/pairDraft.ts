import type { LauncherState } from "@luot/contract";
import type { CentreSettings } from "@luot/hub-client";
import type { PairDecision } from "./LauncherAction.ts";

type Pairing = LauncherState["pairings"][number];
type Counters = readonly Pick<CentreSettings["counters"][number], "id" | "zone">[];

/** What stands in the form of a device that waits. Empty texts are choices not made. */
export interface PairDraft {
  readonly role: PairDecision["role"];
  readonly name: string;
  readonly counterId: string;
  readonly zone: string;
}

/** The zones that counters stand in, each once, in their order. */
export function zonesOf(counters: Counters): readonly string[] {
  return [...new Set(counters.map(({ zone }) => zone))];
}

/** The form as it begins: what the device wishes, and the zone where there is only one. */
export function startDraft({ wish }: Pairing, counters: Counters): PairDraft {
  const zones = zonesOf(counters);
  const counter = counters.find(({ id }) => id === wish.counterId);
  return {
    role: wish.role,
    name: "",
    counterId: counter?.id ?? "",
    zone: counter?.zone ?? (zones.length === 1 ? (zones[0] ?? "") : ""),
  };
}

/** Whether a device of this role stands at one counter, may, or never does. */
export function counterChoice(role: PairDraft["role"]): "must" | "may" | "never" {
  if (role === "counter") return "must";
  return role === "display" ? "may" : "never";
}

/**
 * What the hub is asked for.
 *
 * @param nameIfEmpty the name of a device that was given none
 * @returns `null` while a counter has still to be chosen
 */
export function decide(code: string, draft: PairDraft, nameIfEmpty: string): PairDecision | null {
  const { role } = draft;
  const choice = counterChoice(role);
  const counterId = choice === "never" || draft.counterId === "" ? null : draft.counterId;
  if (choice === "must" && counterId === null) return null;
  return {
    code,
    role,
    name: draft.name.trim() === "" ? nameIfEmpty : draft.name.trim(),
    counterId,
    zone: draft.zone === "" ? null : draft.zone,
  };
}
