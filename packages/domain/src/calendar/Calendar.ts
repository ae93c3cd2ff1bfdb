/** Days of the week as the calendar names them. */
export const WEEKDAYS = [
  "sunday",
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
] as const;

export type Weekday = (typeof WEEKDAYS)[number];

/** A stretch of a day in which the centre receives people; local wall time `HH:MM`. */
export interface Session {
  readonly opens: string;
  readonly closes: string;
}

/** The weekly plan of a part of the year, both ends included; may run over New Year. */
export interface Season {
  /** `MM-DD` */
  readonly from: string;
  /** `MM-DD` */
  readonly to: string;
  readonly weekly: Readonly<Record<Weekday, readonly Session[]>>;
  /** The plan of a make-up working day, whatever weekday it falls on. */
  readonly makeUp: readonly Session[];
}

/** What `addWorkingDays` needs. */
export interface WorkingDayCalendar {
  readonly weekend: readonly Weekday[];
  /** ISO dates off, days in lieu included. */
  readonly holidays: readonly string[];
  /** ISO dates worked although they fall on a weekend. They win over the weekend. */
  readonly makeUpDays: readonly string[];
}

/** When the centre works. The service day follows its time zone, never the machine's. */
export interface Calendar extends WorkingDayCalendar {
  /** IANA name, e.g. `Asia/Ho_Chi_Minh`. */
  readonly timeZone: string;
  readonly seasons: readonly Season[];
  /** No ticket is issued in the last minutes of a session. */
  readonly lastTicketMinutes: number;
  /** A demonstration is open all day, every day. */
  readonly alwaysOpen: boolean;
}
