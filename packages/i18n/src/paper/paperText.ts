import { paperWords } from "./paperWords.ts";

type Text = Readonly<Record<"vi" | "en", string>>;

/** What a paper takes from the settings of the centre. */
export interface PaperCentre {
  readonly centre: { readonly name: Text; readonly isDemo: boolean };
  readonly agencies: readonly { readonly id: string; readonly name: Text }[];
  readonly services: readonly {
    readonly id: string;
    readonly agencyId: string;
    readonly name: Text;
  }[];
  readonly counters: readonly {
    readonly number: number;
    readonly tiers: readonly (readonly string[])[];
  }[];
  readonly priorityReasons: readonly { readonly id: string; readonly name: Text }[];
  readonly ticketNotice: Text;
  readonly ticketFooter: Text;
}

/** What stands on one paper. */
export interface PaperFacts {
  readonly label: string;
  readonly serviceId: string;
  readonly language: "vi" | "en";
  /** Id of the priority reason. */
  readonly reason: string | null;
  /** Who is served before, and how long that may take; `null` when nobody knows. */
  readonly prospect: {
    readonly ahead: number;
    /** `null` while no counter is open for the service. */
    readonly wait: { readonly lowMs: number; readonly highMs: number } | null;
  } | null;
  /** Text of the QR code: the address of the ticket's phone page. "" for none. */
  readonly qr: string;
  /** 0 for the first paper, 1 and more for copies. */
  readonly copy: number;
  /** The centre's wall clock: an ISO date, and minutes since midnight. */
  readonly printedAt: { readonly date: string; readonly minutes: number };
}

/** The lines of a paper, as a printer takes them; an empty line takes no paper. */
export interface PaperText {
  readonly centreName: string;
  readonly language: "vi" | "en";
  readonly label: string;
  readonly serviceName: string;
  readonly agencyName: string;
  readonly classLine: string;
  readonly counters: string;
  readonly aheadLine: string;
  readonly estimateLine: string;
  readonly printedAtLine: string;
  readonly notice: string;
  readonly footer: string;
  readonly qr: string;
  readonly captions: { readonly title: string; readonly scanHint: string };
  readonly reprint?: { readonly title: string; readonly count: number };
}

const MINUTE_MS = 60_000;

/** The words on the paper of a ticket, in the ticket's language; no personal data (I11). */
export function paperText(settings: PaperCentre, facts: PaperFacts): PaperText {
  const { language, label, prospect } = facts;
  const words = paperWords(language);
  const service = settings.services.find(({ id }) => id === facts.serviceId);
  const agency = settings.agencies.find(({ id }) => id === service?.agencyId);
  const reason = settings.priorityReasons.find(({ id }) => id === facts.reason);
  const counters = counterNumbers(settings, facts.serviceId);
  const notice = settings.ticketNotice[language];
  return {
    centreName: settings.centre.name[language],
    language,
    label,
    serviceName: service?.name[language] ?? "",
    agencyName: agency?.name[language] ?? "",
    classLine: reason?.name[language] ?? "",
    counters: counters === "" ? "" : words.counter(counters),
    aheadLine: prospect === null ? "" : words.ahead(prospect.ahead),
    estimateLine: prospect === null ? "" : waitLine(prospect.wait, language),
    printedAtLine: printedAtLine(facts.printedAt, language),
    notice: settings.centre.isDemo ? `${words.demo} · ${notice}` : notice,
    footer: settings.ticketFooter[language],
    qr: facts.qr,
    captions: { title: words.title, scanHint: facts.qr === "" ? "" : words.scanHint },
    ...(facts.copy === 0 ? {} : { reprint: { title: words.reprint, count: facts.copy } }),
  };
}

function printedAtLine(
  { date, minutes }: PaperFacts["printedAt"],
  language: PaperFacts["language"],
): string {
  const [year, month, day] = date.split("-");
  const clock = [Math.floor(minutes / 60), minutes % 60]
    .map((part) => String(part).padStart(2, "0"))
    .join(":");
  return paperWords(language).printedAt(clock, `${day}/${month}/${year}`);
}

function waitLine(
  wait: { readonly lowMs: number; readonly highMs: number } | null,
  language: PaperFacts["language"],
): string {
  const words = paperWords(language);
  if (wait === null) return words.waitUnknown;
  const low = Math.max(1, Math.round(wait.lowMs / MINUTE_MS));
  return words.wait(low, Math.max(low, Math.ceil(wait.highMs / MINUTE_MS)));
}

/** The numbers of the counters that serve a service in their first tier, as `5–7, 12`. */
function counterNumbers({ counters }: PaperCentre, serviceId: string): string {
  const numbers = counters
    .filter(({ tiers }) => tiers[0]?.includes(serviceId) === true)
    .map(({ number }) => number)
    .toSorted((a, b) => a - b);
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last !== undefined && last[1] === number - 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(", ");
}
