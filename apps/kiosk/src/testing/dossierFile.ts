const DAY_MS = 86_400_000;

/** In the clear only in the file: no screen, no storage and no page of a database may show them. */
export const MARKED = {
  name: "NGUYỄN THỊ DẤU VẾT 7391",
  phone: "0912347391",
  identity: "001099007391",
} as const;

/** The code of the made-up dossier in a state; of the day it was received, so that it is never old. */
export function codeOf(status: number, now: number): string {
  const day = new Date(now - 10 * DAY_MS).toISOString().slice(2, 10).replaceAll("-", "");
  return `H56.03-${day}-${String(status).padStart(4, "0")}`;
}

/** A file of ten dossiers, one in each state of the national list, as an upload takes it. */
export function dossierFile(now: number): string {
  const at = (days: number): string => new Date(now + days * DAY_MS).toISOString();
  const records = Array.from({ length: 10 }, (_, index) => {
    const status = index + 1;
    return {
      code: codeOf(status, now),
      procedureCode: "1.001193",
      procedureName: "Đăng ký khai sinh",
      agencyCode: "H56.03",
      holder: {
        name: MARKED.name,
        kind: "citizen",
        phone: MARKED.phone,
        identity: MARKED.identity,
      },
      receivedAt: at(-10),
      dueAt: at(status === 4 ? -4 : 6),
      reappointments: 0,
      finishedAt: status >= 9 ? at(-1) : undefined,
      returnedAt: status === 10 ? at(-1) : undefined,
      status: String(status),
      statusAt: at(-3),
      missing: status === 5 ? ["Ảnh 3 × 4 cm, nền trắng"] : [],
      fee: status === 6 ? { amount: 150_000, isPaid: false } : undefined,
    };
  });
  return JSON.stringify(records);
}
