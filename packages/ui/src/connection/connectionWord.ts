import type { ConnectionWord, RefusalWord } from "@luot/i18n";

/** What these parts need of the hub client's state; that state fits. */
export interface ConnectionSeen {
  readonly connection: "connecting" | "pairing" | "live" | "reconnecting" | "refused";
  readonly isStale: boolean;
  readonly pairingCode: string | null;
  readonly refusal: RefusalWord | null;
  /** `null` until a first snapshot came. */
  readonly view: unknown;
  readonly seq: number;
}

/** The one word for how the connection stands; silence counts more than an open socket. */
export function connectionWord({ connection, isStale }: ConnectionSeen): ConnectionWord {
  return connection === "live" && isStale ? "stale" : connection;
}
