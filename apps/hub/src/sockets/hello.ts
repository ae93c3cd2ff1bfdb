import { type Ack, type Hello, HelloSchema, PROTOCOL, type Welcome } from "@luot/contract";
import { phoneView, projectFrame, serviceDayOf, type ViewKind, viewOf } from "@luot/domain";
import { z } from "zod";
import { refusal } from "../engine/CentreEngine.ts";
import { readTicketToken } from "../identity/tokens.ts";
import type { Broadcaster } from "./Broadcaster.ts";
import type { Connection } from "./Connection.ts";
import type { SocketDeps } from "./deps.ts";

/** Further behind than this, a snapshot is shorter than the facts. */
const MAX_CATCH_UP = 2_000;

/**
 * Welcomes a client: tells it what it lacks and puts it in the room of its view, in one turn, so
 * that no fact falls between the two.
 */
export async function welcome(
  raw: unknown,
  connection: Connection,
  deps: SocketDeps,
  broadcaster: Broadcaster,
): Promise<Ack> {
  const hello = HelloSchema.safeParse(raw);
  if (!hello.success) return refusal("bad_request", z.prettifyError(hello.error));
  const { view, lastSeq, epoch, ticketToken, offline } = hello.data;
  await deps.engine.settled();
  if (view === "phone") return welcomePhone(connection, deps, ticketToken);
  const { device } = connection;
  if (device === null) return refusal("not_paired", "this device is not paired");
  if (device.role !== view) return refusal("forbidden", `this device is a ${device.role}`);
  const { state } = deps.engine;
  const series = handSeries(connection, offline, deps);
  broadcaster.flush(view);
  connection.view = view;
  connection.seenSeq = state.seq;
  await connection.socket.join(view);
  const isKnown = epoch === deps.epoch && lastSeq !== undefined && lastSeq <= state.seq;
  const missed = isKnown ? missedBy(view, lastSeq, deps) : null;
  return {
    ok: true,
    seq: state.seq,
    data: {
      ...about(connection, deps),
      ...(series === undefined ? {} : { offline: series }),
      ...(missed === null ? { snapshot: viewOf(view, state) } : { events: missed }),
    } satisfies Welcome,
  };
}

/** A kiosk that gives numbers by itself gets another series at each connection (OFF-6). */
function handSeries(
  connection: Connection,
  used: Hello["offline"],
  { engine, series, clock }: SocketDeps,
): Welcome["offline"] {
  if (used === undefined || connection.device?.role !== "kiosk") return undefined;
  const day = serviceDayOf(clock.now(), engine.state.settings.calendar);
  const handed = series.hand(connection.device.id, day, used);
  // Without a letter as well: it prints by itself, and gives up wishes.
  connection.hasSeries = true;
  return handed;
}

function missedBy(
  view: ViewKind,
  lastSeq: number,
  { engine, journal }: SocketDeps,
): readonly unknown[] | null {
  if (lastSeq === engine.state.seq) return [];
  if (engine.state.seq - lastSeq > MAX_CATCH_UP) return null;
  return projectFrame(view, journal.eventsAfter(lastSeq, MAX_CATCH_UP), engine.state);
}

function welcomePhone(connection: Connection, deps: SocketDeps, token: string | undefined): Ack {
  const { state } = deps.engine;
  const ticketId = readTicketToken(deps.masterKey, token ?? "", state.day ?? "");
  const view = ticketId === null ? null : phoneView(state, ticketId);
  if (ticketId === null || view === null) return refusal("unknown_ticket", "no ticket of today");
  connection.view = "phone";
  connection.ticketId = ticketId;
  connection.sentPhone = JSON.stringify(view);
  return { ok: true, seq: state.seq, data: { ...about(connection, deps), snapshot: view } };
}

function about(
  connection: Connection,
  { engine, epoch, clock, limits, printerState }: SocketDeps,
): Omit<Welcome, "snapshot" | "events"> {
  const printer = printerState();
  return {
    protocol: PROTOCOL,
    epoch,
    seq: engine.state.seq,
    settingsVersion: engine.state.settings.version,
    now: clock.now(),
    identity: connection.identity,
    isLoadTest: limits.isLoadTest,
    printer: printer === "none" ? null : printer,
  };
}
