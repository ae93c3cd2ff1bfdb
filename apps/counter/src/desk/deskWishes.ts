import type { CentreSettings, ClassId } from "@luot/hub-client";
import type { OutcomeChosen } from "./OutcomeChoice.tsx";
import type { Commands } from "./useCommands.ts";

/** What the desk's questions end in. */
export interface DeskWishes {
  readonly park: (reason: string) => void;
  readonly pause: (reason: string) => void;
  readonly finish: (outcome: OutcomeChosen) => void;
  /** `counter:<id>` or `service:<id>`. */
  readonly transfer: (target: string) => void;
  readonly call: (ticketId: string, reason: string) => void;
  readonly setPriority: (ticketId: string, reason: string | null) => void;
  readonly cancel: (ticketId: string) => void;
  readonly issue: (serviceId: string, reason: string | null) => void;
}

/** The class a reason of priority gives; normal without one. */
function classOf({ priorityReasons }: CentreSettings, reason: string | null): ClassId {
  return priorityReasons.find(({ id }) => id === reason)?.class ?? "normal";
}

/**
 * Turns answers into commands of one counter.
 *
 * @param dossierRefs what is noted with the end of the visit
 */
export function deskWishes(
  counterId: string,
  settings: CentreSettings,
  { run }: Commands,
  dossierRefs: readonly string[],
): DeskWishes {
  return {
    park: (reason) => void run("ticket:park", { counterId, reason }),
    pause: (reason) => void run("counter:pause", { counterId, reason }),
    finish: (outcome) => void run("ticket:finish", { counterId, outcome, dossierRefs }),
    transfer: (target) => {
      const [kind, id] = target.split(":");
      if ((kind !== "counter" && kind !== "service") || id === undefined)
        throw new Error(`no target: ${target}`);
      void run("ticket:transfer", { counterId, to: { kind, id }, place: "by_issue" });
    },
    call: (ticketId, reason) => void run("ticket:call", { counterId, ticketId, reason }),
    setPriority: (ticketId, reason) =>
      void run("ticket:set-priority", { ticketId, class: classOf(settings, reason), reason }),
    cancel: (ticketId) => void run("ticket:cancel", { ticketId }),
    issue: (serviceId, reason) =>
      void run("ticket:issue", {
        serviceId,
        class: classOf(settings, reason),
        reason,
        language: "vi",
        print: true,
      }),
  };
}
