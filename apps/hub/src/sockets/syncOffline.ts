import type { Ack, ErrorCode, OfflineRecord, PayloadOf } from "@luot/contract";
import { type Command, serviceDayOf } from "@luot/domain";
import { refusal } from "../engine/CentreEngine.ts";
import type { Connection } from "./Connection.ts";
import type { SocketDeps } from "./deps.ts";

/** Who is told that a kiosk has said all. */
export interface KioskListener {
  readonly onKioskTold: (deviceId: string) => void;
}

type Result = { readonly id: string; readonly code: "accepted" | ErrorCode };

/**
 * Takes what a kiosk did while it was cut off, in its order (OFF rules). Each record is a command of
 * its own id, so a batch that is sent again changes nothing. A record that is refused does not hold
 * up the others; somebody is told, for a citizen holds its paper.
 */
export async function syncOffline(
  { since, records, isDone }: PayloadOf<"kiosk:sync-offline">,
  connection: Connection,
  deps: SocketDeps & KioskListener,
): Promise<Ack> {
  const { device, hasSeries } = connection;
  if (device === null || !hasSeries) return refusal("forbidden", "this kiosk has no series");
  // The engine would remember its refusal; the kiosk comes again once there is a day to enter.
  if (!deps.engine.state.isOpen) return refusal("day_not_open", "no service day is open");
  const letter = deps.series.letterOf(device.id) ?? "";
  const labels = new Set<string>();
  const results = await Promise.all(
    records.map(async (record): Promise<Result> => {
      const denied = refusalOf(record, letter, labels, deps);
      const code = denied ?? codeOf(await deps.engine.run(commandOf(record, device.id)));
      if (record.kind === "ticket") await noteResult(record, code, device.id, deps);
      return { id: record.id, code };
    }),
  );
  const lost = results.filter(({ code }) => code !== "accepted").length;
  deps.log.info("kiosk is back", { device: device.id, since, records: records.length, lost });
  if (isDone) {
    connection.hasTold = true;
    deps.onKioskTold(device.id);
  }
  return { ok: true, data: { results }, seq: deps.engine.state.seq };
}

/** Nothing was decided, and nothing is remembered: the kiosk sends the record again. */
const UNDECIDED: ReadonlySet<Result["code"]> = new Set<ErrorCode>(["unavailable", "internal"]);

/**
 * A refusal means that somebody holds a paper that counts for nothing: staff is told. The wish it
 * superseded is over all the same.
 */
async function noteResult(
  { label, supersedes }: Extract<OfflineRecord, { readonly kind: "ticket" }>,
  code: Result["code"],
  deviceId: string,
  { alarms, engine, newId }: SocketDeps,
): Promise<void> {
  if (code === "accepted" || UNDECIDED.has(code)) return;
  alarms.raise("offline_refused", `${label}/${code}`);
  if (supersedes === null) return;
  await engine.run({
    id: newId(),
    type: "ticket:withdraw",
    payload: { wishId: supersedes },
    actor: { kind: "device", id: deviceId },
    deviceId,
  });
}

/** What the engine, which knows one day and no kiosks, can't see. */
function refusalOf(
  record: OfflineRecord,
  letter: string,
  labels: Set<string>,
  { engine, journal, clock }: SocketDeps,
): ErrorCode | null {
  if (record.kind === "void") return null;
  const { label, ticketId, arrivedAt } = record;
  if (journal.recordOf(record.id) !== undefined) return null;
  const day = serviceDayOf(Math.min(arrivedAt, clock.now()), engine.state.settings.calendar);
  const [, own] = /([A-Z])\d+-\d+$/u.exec(label) ?? [];
  // Epochs begin anew each day, so that a label of yesterday may come again today.
  const key = `${day}/${label}`;
  if (own !== letter || labels.has(key)) return "label_taken";
  labels.add(key);
  return journal.isNumberTaken(ticketId, day, label) ? "label_taken" : null;
}

function codeOf(ack: Ack): Result["code"] {
  if (ack.ok) return "accepted";
  const { code } = ack.error;
  // Withdrawn before: the same end.
  return code === "superseded" ? "accepted" : code;
}

function commandOf(record: OfflineRecord, deviceId: string): Command {
  const by = { id: record.id, actor: { kind: "device", id: deviceId }, deviceId } as const;
  if (record.kind === "void")
    return { ...by, type: "ticket:withdraw", payload: { wishId: record.wishId } };
  const { kind: _kind, id: _id, ...payload } = record;
  return { ...by, type: "ticket:enter", payload };
}
