import type { RegisterRecord } from "@luot/store";

const DAY_MS = 86_400_000;
/** The first day of the made-up dossiers: 1 January 2022 in Vietnam. */
const FIRST_DAY = Date.UTC(2021, 11, 31, 17);
const AGENCIES = 20;
const DAYS = 1_780;
const FAMILY = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi"];
const GIVEN = ["Dấu Vết", "Thị Giả Định", "Văn Thử Nghiệm", "Minh Hoạ", "Ngọc Ví Dụ"];
const PROCEDURES = Array.from({ length: 300 }, (_, n) => ({
  code: `1.${String(n * 37 + 100_001).slice(-6)}`,
  name: `Thủ tục thử nghiệm số ${n} về việc cấp, cấp lại giấy phép hoạt động trên địa bàn tỉnh`,
}));

/** The dossier at a place among the made-up ones; the same whenever it is asked for. */
export function recordAt(n: number): RegisterRecord {
  const agency = `H56.${String((n % AGENCIES) + 1).padStart(2, "0")}`;
  const day = Math.floor(n / AGENCIES) % DAYS;
  const round = Math.floor(n / AGENCIES / DAYS);
  const receivedAt = FIRST_DAY + day * DAY_MS + 8 * 3_600_000 + (n % 28_800) * 1_000;
  const date = new Date(FIRST_DAY + day * DAY_MS + DAY_MS / 2).toISOString();
  const dueAt = receivedAt + 10 * DAY_MS;
  // Most are finished: some late, some in work.
  const isFinished = n % 20 !== 0 && day < DAYS - 15;
  const finishedAt = isFinished ? dueAt + ((n % 23) - 21) * 0.4 * DAY_MS : null;
  const procedure = PROCEDURES[n % PROCEDURES.length];
  const tail = String(round * 100 + (n % 97) + 1).padStart(4, "0");
  return {
    code: `${agency}-${date.slice(2, 10).replaceAll("-", "")}-${tail}`,
    procedureCode: procedure?.code ?? null,
    procedureName: procedure?.name ?? "",
    field: "Lĩnh vực thử nghiệm",
    agencyCode: agency,
    unit: `Phòng chuyên môn số ${n % 7}`,
    holder: {
      name: `${FAMILY[n % FAMILY.length]} ${GIVEN[n % GIVEN.length]} ${n % 7919}`,
      kind: n % 9 === 0 ? "business" : "citizen",
      phone: `09${String(10_000_000 + ((n * 7_919) % 89_999_999))}`,
      identity: `038${String(100_000_000 + ((n * 104_729) % 899_999_999))}`,
    },
    receivedAt,
    dueAt,
    newDueAt: null,
    reappointments: 0,
    finishedAt: finishedAt === null ? null : Math.round(finishedAt),
    returnedAt: null,
    status: isFinished ? "9" : "4",
    rawStatus: isFinished ? "9" : "4",
    statusAt: finishedAt === null ? receivedAt : Math.round(finishedAt),
    missing: n % 50 === 0 ? ["Bản sao giấy tờ thử nghiệm"] : [],
    fee: n % 3 === 0 ? { amount: 50_000, isPaid: n % 6 === 0 } : null,
    resultPlace: null,
    updatedAt: receivedAt + 15 * DAY_MS,
  };
}
