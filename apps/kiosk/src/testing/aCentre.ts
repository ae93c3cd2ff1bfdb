import type { CentreSettings, KioskView } from "@luot/hub-client";
import type { Hall } from "../hall/serviceStanding.ts";

/** 24 November 2025, a Monday, 09:00 in Hanoi. */
export const T0 = Date.UTC(2025, 10, 24, 2);

const SESSIONS = [
  { opens: "07:30", closes: "11:30" },
  { opens: "13:30", closes: "17:00" },
];
const AGENCIES: readonly (readonly [string, string, string])[] = [
  ["justice", "Tư pháp", "Justice"],
  ["police", "Công an (căn cước, cư trú, xe cộ)", "Police (identity, residence, cars)"],
  ["land", "Tài nguyên, Nông nghiệp và Môi trường", "Resources, Agriculture, Environment"],
  ["transport", "Xây dựng và Giao thông", "Construction and Transport"],
  ["finance", "Tài chính", "Finance"],
  ["health", "Y tế", "Health"],
  ["labour", "Nội vụ và Lao động", "Home Affairs and Labour"],
  ["trade", "Công Thương", "Industry and Trade"],
];

/** Settings with eight agencies, the first of which has several services, the others one each. */
export function aCentre(change: Partial<CentreSettings>): CentreSettings {
  const services = [
    aService("a-submit", "justice", "submit", "Hộ tịch, chứng thực, lý lịch tư pháp"),
    aService("a-collect", "justice", "collect", "Nhận kết quả"),
    aService("a-pay", "justice", "pay", "Nộp phí, lệ phí"),
    aService("a-guide", "justice", "guidance", "Hướng dẫn, tư vấn pháp luật"),
    ...AGENCIES.slice(1).map(([id, name]) => aService(`${id}-submit`, id, "submit", name)),
  ];
  return {
    version: 1,
    centre: {
      id: "demo",
      name: {
        vi: "Trung tâm Phục vụ hành chính công tỉnh Mẫu",
        en: "Public Service Centre of the Sample Province",
      },
      isDemo: true,
    },
    calendar: {
      timeZone: "Asia/Ho_Chi_Minh",
      weekend: ["saturday", "sunday"],
      holidays: [],
      makeUpDays: [],
      seasons: [
        {
          from: "01-01",
          to: "12-31",
          weekly: {
            monday: SESSIONS,
            tuesday: SESSIONS,
            wednesday: SESSIONS,
            thursday: SESSIONS,
            friday: SESSIONS,
            saturday: [],
            sunday: [],
          },
          makeUp: SESSIONS,
        },
      ],
      lastTicketMinutes: 15,
      alwaysOpen: false,
    },
    agencies: AGENCIES.map(([id, vi, en]) => ({
      id,
      name: { vi: `Sở ${vi}`, en: `Department of ${en}` },
      short: { vi, en },
    })),
    series: [{ id: "a", prefix: "A", from: 1, to: 999, digits: 3, overflow: true }],
    services,
    counters: [1, 2, 3, 5].map((number) => ({
      id: `q0${number}`,
      number,
      name: null,
      zone: "hall",
      tiers: [services.map(({ id }) => id).filter((id) => id !== "trade-submit" || number === 5)],
    })),
    priorityReasons: [
      aReason("old", "Người cao tuổi (từ đủ 60 tuổi)", "Aged 60 or over"),
      aReason("disabled", "Người khuyết tật", "Disabled"),
      aReason("pregnant", "Phụ nữ mang thai hoặc nuôi con nhỏ", "Pregnant or with an infant"),
      aReason("merit", "Người có công với cách mạng", "People with merit"),
    ],
    pauseReasons: [],
    callReasons: [],
    parkReasons: [],
    policy: {
      mode: { kind: "interleaved", normals: 3 },
      classes: {
        normal: { stream: "normal", capMs: 5_400_000 },
        priority: { stream: "priority", capMs: 1_800_000 },
        appointment: { stream: "priority", capMs: 900_000 },
        returning: { stream: "normal", capMs: 1_800_000 },
      },
      returning: { kind: "after", places: 3 },
      callableAfterMs: 5_000,
      undoMs: 10_000,
    },
    ticketNotice: { vi: "Số chỉ có giá trị trong ngày.", en: "Valid today only." },
    ticketFooter: { vi: "Cảm ơn Quý khách!", en: "Thank you!" },
    ...change,
  };
}

/** A hall at work: two counters open, some people waiting. */
export function aHall(change: Partial<KioskView>): Hall {
  return {
    settings: aCentre({}),
    sessionId: "1",
    isCurrent: true,
    view: {
      day: "2025-11-24",
      isOpen: true,
      settingsVersion: 1,
      counters: { q01: "open", q02: "open", q03: "paused" },
      waiting: { "a-submit": { normal: 8, priority: 2 }, "a-collect": { normal: 1 } },
      serviceTimes: {},
      issued: {},
      ...change,
    },
  };
}

function aService(
  id: string,
  agencyId: string,
  kind: CentreSettings["services"][number]["kind"],
  name: string,
): CentreSettings["services"][number] {
  return {
    id,
    agencyId,
    seriesId: "a",
    kind,
    name: { vi: name, en: `${name} (en)` },
    expectedServiceMs: 300_000,
    sessionQuota: id === "finance-submit" ? 3 : null,
  };
}

function aReason(id: string, vi: string, en: string): CentreSettings["priorityReasons"][number] {
  return { id, name: { vi, en }, class: "priority" };
}
