import type { DossierRecord } from "../Dossier.ts";

/** A moment by the wall clock of Vietnam, e.g. `2026-11-24 08:30`. @returns epoch ms */
export function vn(wall: string): number {
  return Date.parse(`${wall.replace(" ", "T")}${wall.includes(" ") ? "" : "T00:00"}+07:00`);
}

/** A dossier in work, with what a test wants to be different. */
export function aDossier(changes: Partial<DossierRecord> = {}): DossierRecord {
  return {
    code: "H56.29-261116-0003",
    procedureCode: "1.001193",
    procedureName: "Thủ tục đăng ký khai sinh",
    field: "Hộ tịch",
    agencyCode: "H56.29",
    unit: "Ủy ban nhân dân phường Thử Nghiệm",
    holder: null,
    receivedAt: vn("2026-11-16 08:30"),
    dueAt: vn("2026-11-25 15:00"),
    newDueAt: null,
    reappointments: 0,
    finishedAt: null,
    returnedAt: null,
    status: "4",
    rawStatus: "4",
    statusAt: vn("2026-11-17 09:00"),
    missing: [],
    fee: null,
    resultPlace: null,
    updatedAt: null,
    ...changes,
  };
}
