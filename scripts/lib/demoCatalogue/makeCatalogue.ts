import { createHash } from "node:crypto";
import type { Catalogue } from "@luot/contract";
import { BUSINESS_FIELDS } from "./businessFields.ts";
import type { DemoField, ErrandKind } from "./DemoField.ts";
import { LAND_FIELDS } from "./landFields.ts";
import { PEOPLE_FIELDS } from "./peopleFields.ts";
import { VERIFIED_BUSINESS } from "./verifiedBusiness.ts";
import { VERIFIED_PEOPLE } from "./verifiedPeople.ts";

type Procedure = Catalogue["procedures"][number];

/** Asked for without a class or a cause. Last, so that the codes of the others stay as they are. */
const PLAIN_FIELDS: readonly DemoField[] = [
  {
    field: "Giấy phép lái xe",
    serviceId: "giay-phep-lai-xe",
    kind: "single",
    subjects: ["cấp lại giấy phép lái xe"],
  },
];

/** How an errand begins, `…` being its subject, and what paper it takes. */
interface Action {
  readonly wording: string;
  readonly paper: string;
}

const AS_OF = "2026-11-24";
const PORTAL = "https://dichvucong.gov.vn/";
/** No procedure's code begins with 9 so far, so that none is taken for a real one. */
const CODE_START = 9_000_001;
const FEES = [0, 0, 8_000, 20_000, 50_000, 100_000, 150_000, 500_000, null] as const;
const WORKING_DAYS = [1, 2, 3, 3, 5, 5, 7, 10, 15, 20] as const;

const ACTIONS: Readonly<Record<ErrandKind, readonly Action[]>> = {
  licence: [
    { wording: "Cấp …", paper: "Đơn đề nghị cấp theo mẫu" },
    { wording: "Cấp lại … do bị mất, bị hỏng", paper: "Đơn đề nghị cấp lại" },
    { wording: "Cấp đổi …", paper: "Bản chính giấy tờ đã cấp" },
    { wording: "Gia hạn …", paper: "Đơn đề nghị gia hạn" },
    { wording: "Điều chỉnh, bổ sung nội dung …", paper: "Giấy tờ chứng minh nội dung thay đổi" },
    { wording: "Thu hồi … theo đề nghị của tổ chức, cá nhân", paper: "Văn bản đề nghị thu hồi" },
  ],
  registration: [
    { wording: "Đăng ký …", paper: "Tờ khai đăng ký theo mẫu" },
    { wording: "Thay đổi nội dung đăng ký …", paper: "Giấy tờ chứng minh nội dung thay đổi" },
    { wording: "Xóa đăng ký …", paper: "Tờ khai xóa đăng ký" },
    { wording: "Cấp bản sao giấy tờ về …", paper: "Tờ khai cấp bản sao" },
  ],
  benefit: [
    { wording: "Giải quyết …", paper: "Tờ khai đề nghị hưởng" },
    { wording: "Điều chỉnh mức hưởng …", paper: "Quyết định đang hưởng" },
    { wording: "Tạm dừng hưởng …", paper: "Văn bản đề nghị tạm dừng" },
    { wording: "Hưởng lại …", paper: "Văn bản đề nghị hưởng lại" },
    { wording: "Di chuyển hồ sơ hưởng …", paper: "Đơn đề nghị di chuyển hồ sơ" },
  ],
  single: [{ wording: "…", paper: "Tờ khai hoặc đơn đề nghị theo mẫu" }],
  project: [
    { wording: "Thẩm định …", paper: "Tờ trình đề nghị thẩm định" },
    { wording: "Phê duyệt …", paper: "Tờ trình đề nghị phê duyệt" },
    { wording: "Phê duyệt điều chỉnh …", paper: "Báo cáo về nội dung điều chỉnh" },
    { wording: "Gia hạn thời gian thực hiện …", paper: "Văn bản giải trình lý do" },
  ],
};

/** The demonstration's catalogue: the verified procedures, then made-up ones. Always the same. */
export function makeCatalogue(): Catalogue {
  const fields = [...PEOPLE_FIELDS, ...BUSINESS_FIELDS, ...LAND_FIELDS, ...PLAIN_FIELDS];
  const made = fields.flatMap((field) =>
    field.subjects.flatMap((subject) =>
      ACTIONS[field.kind].map((action) => madeUp(field, subject, action)),
    ),
  );
  const numbered = made.map((procedure, at) => ({ ...procedure, code: codeOf(at) }));
  const verified = [...VERIFIED_PEOPLE, ...VERIFIED_BUSINESS];
  return { asOf: AS_OF, procedures: [...verified, ...numbered], synonyms: {} };
}

function madeUp(
  { field, serviceId }: DemoField,
  subject: string,
  { wording, paper }: Action,
): Omit<Procedure, "code"> {
  const said = wording.replace("…", subject);
  const name = said.charAt(0).toUpperCase() + said.slice(1);
  const dice = createHash("sha256").update(name).digest();
  const pick = <T>(list: readonly T[], at: number): T | undefined =>
    list[(dice[at] ?? 0) % list.length];
  return {
    name,
    serviceId,
    field,
    papers: [paper, "Giấy tờ tùy thân hoặc giấy tờ pháp lý của tổ chức"],
    fee: pick(FEES, 0) ?? null,
    time: { count: pick(WORKING_DAYS, 1) ?? 1, unit: "working_day" },
    portal: (dice[2] ?? 0) % 5 < 3 ? PORTAL : null,
    isCommon: false,
    isDemo: true,
  };
}

function codeOf(at: number): string {
  const digits = String(CODE_START + at);
  return `${digits.slice(0, 1)}.${digits.slice(1)}`;
}
