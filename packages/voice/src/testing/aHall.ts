import { planAnnouncement } from "../plan/planAnnouncement.ts";
import type { SpeechLanguage } from "../plan/SpeechPlan.ts";
import type { Announcement, AnnouncementKind, DropReason } from "../queue/Announcement.ts";
import {
  ANNOUNCEMENT_TIMING,
  type AnnouncementQueue,
  createAnnouncementQueue,
} from "../queue/createAnnouncementQueue.ts";
import { FakePlayer } from "./FakePlayer.ts";
import { ManualTime } from "./ManualTime.ts";

export const T0 = 1_795_000_000_000;

/** How each announcement ended, by its id; one that ended twice would show twice. */
interface Ending {
  readonly id: string;
  readonly how: "spoken" | DropReason;
}

/** A sound zone under test: queue, loudspeaker, time, and what the listeners were told. */
export interface Hall {
  readonly time: ManualTime;
  readonly player: FakePlayer;
  readonly queue: AnnouncementQueue;
  /** Ids in the order they were begun. */
  readonly started: string[];
  /** Each time the player was asked to play, with the announcement it was for. */
  readonly sayings: { readonly entryId: string; readonly atMs: number }[];
  readonly endings: Ending[];
  readonly faults: unknown[];
}

/** A quiet hall at T0 with a player that ends each sentence after 4 s. */
export function aHall(): Hall {
  const time = new ManualTime(T0);
  const player = new FakePlayer("player", time);
  const started: string[] = [];
  const sayings: { entryId: string; atMs: number }[] = [];
  const endings: Ending[] = [];
  const faults: unknown[] = [];
  const queue = createAnnouncementQueue({
    ...ANNOUNCEMENT_TIMING,
    clock: time,
    schedule: time.schedule,
    player: {
      play: (plan, signal) => {
        sayings.push({ entryId: started.at(-1) ?? "none", atMs: time.now() });
        return player.play(plan, signal);
      },
    },
    onStart: (entry) => void started.push(entry.id),
    onSpoken: (entry) => void endings.push({ id: entry.id, how: "spoken" }),
    onDrop: (entry, how) => void endings.push({ id: entry.id, how }),
    onFault: (_, error) => void faults.push(error),
  });
  return { time, player, queue, started, sayings, endings, faults };
}

/** An announcement called at T0; its label is A and three digits of `n`, its id and key follow. */
export function anEntry(
  n: number,
  changes: Partial<Omit<Announcement, "plans">> & {
    readonly kind?: AnnouncementKind;
    readonly languages?: readonly SpeechLanguage[];
  } = {},
): Announcement {
  const { languages = ["vi"], ...rest } = changes;
  const plan = (language: SpeechLanguage) =>
    planAnnouncement({
      label: `A${String(n).padStart(3, "0")}`,
      counterNumber: 1 + (n % 9),
      language,
      kind: rest.kind === "recall" ? "recall" : "call",
    });
  const [first = "vi", ...others] = languages;
  return {
    id: `event-${n}`,
    key: `ticket-${n}`,
    kind: "call",
    calledAtMs: T0,
    ...rest,
    plans: [plan(first), ...others.map(plan)],
  };
}
