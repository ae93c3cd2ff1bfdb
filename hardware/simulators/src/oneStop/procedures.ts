/** A procedure of the made-up one-stop office. */
export interface OneStopProcedure {
  readonly code: string;
  readonly name: string;
  readonly fieldCode: string;
  readonly field: string;
  readonly unit: string;
  /** Identifiers of the unit, as dossier codes carry them. Made up. */
  readonly agencies: readonly [string, ...string[]];
  readonly workingDays: number;
  /** đồng; 0 for none. */
  readonly fee: number;
  readonly papers: readonly [string, ...string[]];
}

const WARD = ["H56.101.07", "H56.19", "000.00.19.H56"] as const;

/**
 * Codes and names (the long one shortened) as in NQ 66.7/2025/NQ-CP; fields, times, fees, papers and identifiers are made up
 * for trials and say nothing of the law.
 */
export const PROCEDURES: readonly [OneStopProcedure, ...OneStopProcedure[]] = [
  {
    code: "1.001193",
    name: "Thủ tục đăng ký khai sinh",
    fieldCode: "G15-HT01",
    field: "Hộ tịch",
    unit: "Ủy ban nhân dân phường (dữ liệu thử)",
    agencies: WARD,
    workingDays: 1,
    fee: 0,
    papers: ["Giấy chứng sinh", "Giấy tờ chứng minh nơi cư trú"],
  },
  {
    code: "1.000894.H56",
    name: "Thủ tục đăng ký kết hôn",
    fieldCode: "G15-HT01",
    field: "Hộ tịch",
    unit: "Ủy ban nhân dân phường (dữ liệu thử)",
    agencies: WARD,
    workingDays: 1,
    fee: 0,
    papers: ["Giấy xác nhận tình trạng hôn nhân"],
  },
  {
    code: "1.004873",
    name: "Thủ tục cấp Giấy xác nhận tình trạng hôn nhân",
    fieldCode: "G15-HT01",
    field: "Hộ tịch",
    unit: "Ủy ban nhân dân phường (dữ liệu thử)",
    agencies: WARD,
    workingDays: 3,
    fee: 15_000,
    papers: ["Tờ khai có chữ ký", "Trích lục ghi chú ly hôn"],
  },
  {
    code: "2.000815",
    name: "Chứng thực bản sao từ bản chính giấy tờ, văn bản",
    fieldCode: "G15-CT01",
    field: "Chứng thực",
    unit: "Sở Tư pháp (dữ liệu thử)",
    agencies: ["H56.02", "000.00.02.H56"],
    workingDays: 1,
    fee: 6_000,
    papers: ["Bản chính giấy tờ cần chứng thực"],
  },
  {
    code: "2.001583.000.00.00.H56",
    name: "Đăng ký thành lập công ty TNHH một thành viên",
    fieldCode: "G05-DN01",
    field: "Thành lập và hoạt động của doanh nghiệp",
    unit: "Sở Tài chính (dữ liệu thử)",
    agencies: ["H56.03", "000.00.03.H56"],
    workingDays: 3,
    fee: 50_000,
    papers: ["Điều lệ công ty", "Bản sao giấy tờ pháp lý của chủ sở hữu"],
  },
  {
    code: "1.001978",
    name: "Giải quyết trợ cấp thất nghiệp",
    fieldCode: "G11-VL01",
    field: "Việc làm",
    unit: "Sở Nội vụ (dữ liệu thử)",
    agencies: ["H56.01", "000.00.01.H56"],
    workingDays: 20,
    fee: 0,
    papers: ["Quyết định thôi việc", "Sổ bảo hiểm xã hội"],
  },
  {
    code: "1.004222",
    name: "Đăng ký thường trú vào chỗ ở hợp pháp thuộc quyền sở hữu của mình",
    fieldCode: "G01-CT01",
    field: "Đăng ký, quản lý cư trú",
    unit: "Công an tỉnh (dữ liệu thử)",
    agencies: ["H56.15"],
    workingDays: 7,
    fee: 20_000,
    papers: ["Giấy tờ chứng minh chỗ ở hợp pháp", "Văn bản đồng ý của chủ hộ"],
  },
];
