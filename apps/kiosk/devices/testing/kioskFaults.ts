import type { Citizen, KioskWorld } from "./KioskWorld.ts";

/**
 * What must hold at every moment: no label twice, and no number of the hub callable that its kiosk
 * has not given to anybody.
 *
 * @returns what does not hold, in words
 */
export function faultsNow({ hub, book }: KioskWorld): readonly string[] {
  const faults: string[] = [];
  if (new Set(hub.labels).size < hub.labels.length)
    faults.push(`label twice: ${hub.labels.join()}`);
  for (const { wishId, label } of hub.callable()) {
    const state = wishId === null ? "answered" : book.wishes.find(wishId)?.state;
    if (state !== "answered") faults.push(`${label} is callable and its wish ${state}`);
  }
  return faults;
}

/** What must hold in the end, when everything works again and has come to rest. */
export function faultsAtEnd(world: KioskWorld): readonly string[] {
  const { hub, book, papers } = world;
  const left = {
    "records unsent": book.outbox.waiting().count,
    "numbers held": hub.held().length,
    "wishes open": book.wishes.asked().length,
    "outcomes untold": book.papers.untold(9).length,
    "records refused": book.outbox.refused().length,
  };
  const printed = papers.map(({ paper }) => `${paper.ticketId}/${paper.copy}`);
  return [
    ...faultsNow(world),
    ...Object.entries(left).flatMap(([what, n]) => (n === 0 ? [] : [`${what}: ${n}`])),
    ...(new Set(printed).size < printed.length ? ["a paper came out twice"] : []),
    ...papers
      .filter(({ paper }) => hub.tickets.get(paper.ticketId)?.isCancelled !== false)
      .map(({ label }) => `a paper of ${label}, which nobody calls`),
    ...world.citizens.flatMap((citizen) => faultsOf(citizen, world)),
  ];
}

function faultsOf(citizen: Citizen, { hub, book }: KioskWorld): readonly string[] {
  const { id, answers, waitsMs } = citizen;
  const told = new Set(answers.map((answer) => JSON.stringify(answer)));
  const kept = book.wishes.find(id)?.answer ?? null;
  const held = kept?.ok === true ? kept.data.label : null;
  const callable = hub
    .callable()
    .filter(({ wishId, label }) => wishId === id || label === held)
    .map(({ label }) => label);
  const [answer] = answers;
  const name = `citizen with ${answer?.ok === true ? answer.data.label : (answer?.code ?? "none")}`;
  return [
    ...(told.size > 1 ? [`${name} was told ${[...told].join()}`] : []),
    ...(answer !== undefined && JSON.stringify(kept) !== JSON.stringify(answer)
      ? [`${name}, but the book says ${JSON.stringify(kept)}`]
      : []),
    ...(callable.join() === (held ?? "") ? [] : [`${name} is called as ${callable.join(" and ")}`]),
    ...waitsMs.filter((ms) => ms > LONGEST_WAIT_MS).map((ms) => `${name} waited ${ms} ms`),
  ];
}

/** A timer of its own starts a moment after the question came. */
const LONGEST_WAIT_MS = 2_001;
