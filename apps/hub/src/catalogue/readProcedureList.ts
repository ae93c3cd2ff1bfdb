import type { CatalogueProcedure } from "@luot/contract";
import { err, ok, type Result } from "@luot/kit";
import { z } from "zod";

const LONGEST_PAPER = 300;
const MOST_PAPERS = 30;
const LONGEST_COUNT = 10_000;
/** Where an errand that the list says can be done online is done. */
const PORTAL = "https://dichvucong.gov.vn/";
const ONLINE = "2";
const AT_A_DESK = "1";

const UNITS: Readonly<Record<string, NonNullable<CatalogueProcedure["time"]>["unit"]>> = {
  giờ: "hour",
  "giờ làm việc": "hour",
  "ngày làm việc": "working_day",
  ngày: "day",
};

const WordSchema = z.union([z.string(), z.number()]).transform((value) => String(value).trim());
const listOf = <T extends z.ZodType>(entry: T) =>
  z
    .array(entry)
    .nullish()
    .transform((list) => list ?? []);

const FeeSchema = z.object({ SOTIEN: WordSchema.nullish(), DONVI: WordSchema.nullish() });
const TimeSchema = z.object({
  THOIGIANGIAIQUYET: WordSchema.nullish(),
  DONVITINH: WordSchema.nullish(),
  PHILEPHI: listOf(FeeSchema),
});
const ChannelSchema = z.object({ KENH: WordSchema, THOIGIAN: listOf(TimeSchema) });
const EntrySchema = z.object({
  MATTHC: z.string().trim().min(1).max(40),
  TENTTHC: z.string().trim().min(1).max(500).normalize("NFC"),
  LINHVUCTHUCHIEN: listOf(z.object({ TENLINHVUC: z.string().nullish() })),
  CACHTHUCTHUCHIEN: listOf(ChannelSchema),
  THANHPHANHOSO: z.unknown().optional(),
});
type Entry = z.infer<typeof EntrySchema>;
type Channel = Entry["CACHTHUCTHUCHIEN"][number];

/** The document's list of procedures when it is one of the national exchange, else `null`. */
export function procedureListOf(raw: unknown): { readonly data: readonly unknown[] } | null {
  const list = Array.isArray(raw) ? raw : objectField(raw, "data");
  return Array.isArray(list) ? { data: list } : null;
}

/**
 * Reads procedures as `LayThuTuc` sends them. A fee or a time is taken when every desk that is named
 * says the same, and left unknown when not: a wrong one is worse than none.
 *
 * @returns procedures without a line, or where the list is not as it should be
 */
export function readProcedureList(list: {
  readonly data: readonly unknown[];
}): Result<readonly CatalogueProcedure[], z.ZodError> {
  const parsed = z.object({ data: z.array(EntrySchema) }).safeParse(list);
  return parsed.success ? ok(parsed.data.data.map(procedureOf)) : err(parsed.error);
}

function procedureOf(entry: Entry): CatalogueProcedure {
  const field = entry.LINHVUCTHUCHIEN[0]?.TENLINHVUC?.trim() ?? "";
  const channels = entry.CACHTHUCTHUCHIEN;
  const desk = channels.filter(({ KENH }) => KENH === AT_A_DESK);
  const times = (desk.length > 0 ? desk : channels).flatMap(({ THOIGIAN }) => THOIGIAN);
  return {
    code: entry.MATTHC,
    name: entry.TENTTHC,
    serviceId: null,
    field: field === "" ? null : field.slice(0, 200),
    papers: papersIn(entry.THANHPHANHOSO),
    fee: feeOf(times),
    time: timeOf(times),
    portal: channels.some(({ KENH }) => KENH === ONLINE) ? PORTAL : null,
    isCommon: false,
    isDemo: false,
  };
}

function timeOf(times: Channel["THOIGIAN"]): CatalogueProcedure["time"] {
  const said = times.map(({ THOIGIANGIAIQUYET, DONVITINH }) => {
    const count = Number(THOIGIANGIAIQUYET ?? "");
    const unit = UNITS[(DONVITINH ?? "").normalize("NFC").toLowerCase()];
    const isTime = Number.isInteger(count) && count >= 1 && count <= LONGEST_COUNT;
    return isTime && unit !== undefined ? { count, unit } : null;
  });
  const [first = null] = said;
  const isOne = said.every((one) => one?.count === first?.count && one?.unit === first?.unit);
  return isOne ? first : null;
}

function feeOf(times: Channel["THOIGIAN"]): number | null {
  const said = new Set(
    times.flatMap(({ PHILEPHI }) =>
      PHILEPHI.map(({ SOTIEN, DONVI }) => {
        const digits = (SOTIEN ?? "").replace(/[.\s]/g, "");
        const isDong = /^(?:|đồng|đ|vnd|vnđ)$/.test((DONVI ?? "").normalize("NFC").toLowerCase());
        return isDong && /^\d{1,12}$/.test(digits) ? Number(digits) : null;
      }),
    ),
  );
  const [only = null] = said;
  return said.size === 1 ? only : null;
}

/** The names of papers, wherever they stand below: each case of an errand has a list of its own. */
function papersIn(value: unknown): readonly string[] {
  const names = new Set<string>();
  const waiting: unknown[] = [value];
  while (waiting.length > 0 && names.size < MOST_PAPERS) {
    const next = waiting.shift();
    if (Array.isArray(next)) waiting.unshift(...next.slice(0, 1_000));
    else if (typeof next === "object" && next !== null) {
      const name = objectField(next, "TENGIAYTO");
      if (typeof name === "string" && name.trim() !== "") names.add(paperName(name));
      waiting.unshift(...Object.values(next).filter((inner) => typeof inner === "object"));
    }
  }
  return [...names];
}

function paperName(name: string): string {
  const clean = name.normalize("NFC").replace(/\s+/g, " ").trim();
  return clean.length <= LONGEST_PAPER ? clean : `${clean.slice(0, LONGEST_PAPER - 1)}…`;
}

function objectField(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null
    ? (value as Readonly<Record<string, unknown>>)[key]
    : undefined;
}
