import type { Actor, Command, CommandOf, CommandPayloads, CommandType } from "../commands.ts";

/** The hub itself, which opens and closes days and publishes settings. */
export const HUB: Actor = { kind: "hub", id: "hub" };

/** An officer's account. */
export function officer(id: string): Actor {
  return { kind: "officer", id };
}

/** A paired device, such as a kiosk. */
export function device(id: string): Actor {
  return { kind: "device", id };
}

/** The phone of the citizen who holds a ticket. */
export function citizen(ticketId: string): Actor {
  return { kind: "citizen", id: ticketId };
}

/** The n-th of a row of valid UUIDv7s, which sort in the order of n. */
export function fakeId(n: number): string {
  return `00000000-0000-7000-8000-${n.toString(16).padStart(12, "0")}`;
}

/** A command as the hub hands it to the engine. A device's own id is its `deviceId` as well. */
export function aCommand<T extends CommandType>(
  type: T,
  payload: CommandPayloads[T],
  by: { readonly id: string; readonly actor: Actor },
): Command {
  const deviceId = by.actor.kind === "device" ? by.actor.id : null;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- no union from a type parameter.
  return { ...by, type, payload, deviceId } as unknown as CommandOf<T>;
}

/** What a kiosk sends for a normal ticket whose paper needs no answer. */
export function aTicketFor(
  serviceId: string,
  overrides: Partial<CommandPayloads["ticket:issue"]>,
): CommandPayloads["ticket:issue"] {
  return { serviceId, class: "normal", reason: null, language: "vi", print: false, ...overrides };
}
