import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Archive } from "./Archive.ts";
import { generateDossiers, NAME_MARK } from "./generateDossiers.ts";
import { hoSoAt } from "./hoSoAt.ts";
import { readStamp, stampOf } from "./vietnamTime.ts";
import { encodeWindows1258 } from "./windows1258.ts";
import { bookCsvOf, exchangeJsonOf } from "./writeDossiers.ts";

/** 10:00 on Tuesday, 24 November 2026, in Vietnam. */
const NOW = Date.UTC(2026, 10, 24, 3);
const DAY_MS = 86_400_000;
const OPTIONS = { now: NOW, historyDays: 60, mark: NAME_MARK };
/** What may follow what, as the national list is understood. */
const FLOW: Readonly<Record<string, readonly string[]>> = {
  "1": ["2", "3"],
  "2": ["4"],
  "4": ["4", "5", "6", "7", "8", "9", "99"],
  "5": ["4"],
  "6": ["4"],
  "9": ["10"],
};

const made = (seed: number, count: number) => [...generateDossiers(seed, count, OPTIONS)];

describe("generateDossiers", () => {
  it("gives the same dossiers for the same seed, and others for another", () => {
    expect(made(7, 200)).toEqual(made(7, 200));
    expect(made(7, 200)).not.toEqual(made(8, 200));
  });

  it("gives as many as asked for, each with a code of its own, in all ten states", () => {
    const all = made(1, 3_000);
    expect(new Set(all.map(({ MaHoSo }) => MaHoSo)).size).toBe(3_000);
    const states = new Set(all.map(({ TrangThaiHoSo }) => TrangThaiHoSo));
    for (let code = 1; code <= 10; code++) expect(states).toContain(String(code));
  });

  it("marks every name, and gives phones and identity numbers nobody has", () => {
    for (const { ChuHoSo, SoDienThoai, MaDoiTuong } of made(2, 500)) {
      expect(ChuHoSo).toContain(NAME_MARK);
      expect(SoDienThoai).toMatch(/^010\d{7}$/);
      expect(MaDoiTuong).toMatch(/^000\d{9}$/);
    }
  });

  it("says of each state what belongs to it", () => {
    for (const dossier of made(3, 3_000)) {
      const { TrangThaiHoSo: status, DanhSachHoSoBoSung: asked } = dossier;
      expect(dossier.NgayTra !== "").toBe(status === "10");
      expect(dossier.NgayKetThucXuLy !== "").toBe(["3", "7", "8", "9", "10"].includes(status));
      expect(asked.at(-1)?.TrangThaiBoSung === "0").toBe(status === "5");
      expect(dossier.DanhSachLePhi[0]?.DaThanhToan !== "False" && status === "6").toBe(false);
    }
  });
});

describe("Archive", () => {
  const archive = new Archive({
    seed: 5,
    count: 400,
    from: NOW - 20 * DAY_MS,
    until: NOW + 20 * DAY_MS,
    mark: NAME_MARK,
  });

  it("moves every dossier along the flow of states only", () => {
    for (const { steps } of archive.lives)
      steps.slice(1).forEach(({ status }, at) => {
        expect(FLOW[steps[at]?.status ?? ""]).toContain(status);
      });
  });

  it("tells in one stretch of time what it tells in two", () => {
    const moment = fc.integer({ min: NOW - 25 * DAY_MS, max: NOW + 60 * DAY_MS });
    fc.assert(
      fc.property(moment, moment, moment, (...three) => {
        const [a, b, c] = three.toSorted((x, y) => x - y) as [number, number, number];
        const whole = archive.changed(a, c).map(({ life }) => life.code);
        const early = archive.changed(a, b).map(({ life }) => life.code);
        const late = archive.changed(b + 1, c).map(({ life }) => life.code);
        expect(new Set(whole)).toEqual(new Set([...early, ...late]));
      }),
    );
  });

  it("never shows what has not happened yet", () => {
    for (const life of archive.lives) {
      const record = hoSoAt(life, NOW);
      expect(record === null).toBe(life.receivedAt > NOW);
      expect(readStamp(record?.NgayCapNhat ?? "") ?? 0).toBeLessThanOrEqual(NOW);
    }
  });
});

describe("writing dossiers", () => {
  it("reads back every moment it writes", () => {
    fc.assert(
      fc.property(fc.integer({ min: 946_684_800, max: 2_524_608_000 }), (seconds) => {
        expect(readStamp(stampOf(seconds * 1_000))).toBe(seconds * 1_000);
      }),
    );
  });

  it("writes Vietnamese as Windows-1258 does, whole", () => {
    const text = bookCsvOf(made(4, 20));
    const bytes = encodeWindows1258(text);
    const read = new TextDecoder("windows-1258").decode(bytes).normalize("NFC");
    expect(read).toBe(text);
    expect(() => new TextDecoder("utf-8", { fatal: true }).decode(bytes)).toThrow(/not valid/);
  });

  it("writes the exchange form with every record in it", () => {
    const read = JSON.parse(exchangeJsonOf(made(4, 20))) as { data: unknown[] };
    expect(read.data).toEqual(made(4, 20));
  });
});
