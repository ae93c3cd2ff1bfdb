/** Whoever handles a procedure. */
interface Handler {
  readonly unit: string;
  /** Identifiers of the unit, as dossier codes carry them. Made up. */
  readonly agencies: readonly [string, ...string[]];
}

/** A procedure of the made-up one-stop office. */
export interface OneStopProcedure extends Handler {
  readonly code: string;
  readonly name: string;
  readonly fieldCode: string;
  readonly field: string;
  readonly workingDays: number;
  /** đồng; 0 for none. */
  readonly fee: number;
  readonly papers: readonly [string, ...string[]];
}

/** An agency of the demonstration's centre, with its identifiers of the new form and the old. */
function agency(name: string, number: string): Handler {
  return {
    unit: `${name} (dữ liệu thử)`,
    agencies: [`H56.${number}`, `000.00.${number}.H56`],
  };
}

const COMMUNE: Handler = {
  unit: "Ủy ban nhân dân cấp xã (dữ liệu thử)",
  agencies: ["H56.101.07", "H56.17", "000.00.17.H56", "H56.103"],
};
/** Of the same province, and not in the demonstration's centre. */
const ELSEWHERE: Handler = {
  unit: "Ban Quản lý khu kinh tế (dữ liệu thử)",
  agencies: ["H56.90"],
};

/**
 * Codes and names (long ones shortened) as in NQ 66.7/2025/NQ-CP, those that begin with 9 made up as
 * in the demonstration's catalogue; fields, times, fees, papers and identifiers are made up for
 * trials and say nothing of the law. The identifiers are those of the demonstration's centre.
 */
export const PROCEDURES: readonly [OneStopProcedure, ...OneStopProcedure[]] = [
  {
    code: "1.001193",
    name: "Thủ tục đăng ký khai sinh",
    fieldCode: "G15-HT01",
    field: "Hộ tịch",
    ...COMMUNE,
    workingDays: 1,
    fee: 0,
    papers: ["Giấy chứng sinh", "Giấy tờ chứng minh nơi cư trú"],
  },
  {
    code: "1.000894.H56",
    name: "Thủ tục đăng ký kết hôn",
    fieldCode: "G15-HT01",
    field: "Hộ tịch",
    ...COMMUNE,
    workingDays: 1,
    fee: 0,
    papers: ["Giấy xác nhận tình trạng hôn nhân"],
  },
  {
    code: "1.004873",
    name: "Thủ tục cấp Giấy xác nhận tình trạng hôn nhân",
    fieldCode: "G15-HT01",
    field: "Hộ tịch",
    ...COMMUNE,
    workingDays: 3,
    fee: 15_000,
    papers: ["Tờ khai có chữ ký", "Trích lục ghi chú ly hôn"],
  },
  {
    code: "2.000815",
    name: "Chứng thực bản sao từ bản chính giấy tờ, văn bản",
    fieldCode: "G15-CT01",
    field: "Chứng thực",
    ...COMMUNE,
    workingDays: 1,
    fee: 6_000,
    papers: ["Bản chính giấy tờ cần chứng thực"],
  },
  {
    code: "2.001583.000.00.00.H56",
    name: "Đăng ký thành lập công ty TNHH một thành viên",
    fieldCode: "G05-DN01",
    field: "Thành lập và hoạt động của doanh nghiệp",
    ...agency("Sở Tài chính", "04"),
    workingDays: 3,
    fee: 50_000,
    papers: ["Điều lệ công ty", "Bản sao giấy tờ pháp lý của chủ sở hữu"],
  },
  {
    code: "1.001978",
    name: "Giải quyết trợ cấp thất nghiệp",
    fieldCode: "G11-VL01",
    field: "Việc làm",
    ...agency("Sở Nội vụ", "02"),
    workingDays: 20,
    fee: 0,
    papers: ["Quyết định thôi việc", "Sổ bảo hiểm xã hội"],
  },
  {
    code: "1.004222",
    name: "Đăng ký thường trú vào chỗ ở hợp pháp thuộc quyền sở hữu của mình",
    fieldCode: "G01-CT01",
    field: "Đăng ký, quản lý cư trú",
    ...agency("Công an tỉnh", "13"),
    workingDays: 7,
    fee: 20_000,
    papers: ["Giấy tờ chứng minh chỗ ở hợp pháp", "Văn bản đồng ý của chủ hộ"],
  },
  {
    code: "9.000255",
    name: "Cấp chứng chỉ hành nghề luật sư",
    fieldCode: "G15-LS01",
    field: "Bổ trợ tư pháp",
    ...agency("Sở Tư pháp", "03"),
    workingDays: 3,
    fee: 0,
    papers: ["Bản sao bằng cử nhân luật", "Giấy chứng nhận sức khỏe"],
  },
  {
    code: "2.000620",
    name: "Cấp Giấy phép bán lẻ rượu",
    fieldCode: "G04-TM01",
    field: "Thương mại",
    ...agency("Sở Công Thương", "05"),
    workingDays: 10,
    fee: 200_000,
    papers: ["Đơn đề nghị cấp Giấy phép", "Hợp đồng mua bán rượu"],
  },
  {
    code: "1.012796",
    name: "Đính chính Giấy chứng nhận đã cấp lần đầu có sai sót",
    fieldCode: "G13-DD01",
    field: "Đất đai",
    ...agency("Sở Nông nghiệp và Môi trường", "06"),
    workingDays: 8,
    fee: 0,
    papers: ["Bản gốc Giấy chứng nhận đã cấp", "Giấy tờ chứng minh sai sót"],
  },
  {
    code: "2.002288",
    name: "Cấp, cấp lại Phù hiệu cho xe ô tô kinh doanh vận tải",
    fieldCode: "G17-DB01",
    field: "Đường bộ",
    ...agency("Sở Xây dựng", "07"),
    workingDays: 2,
    fee: 0,
    papers: ["Giấy đề nghị cấp phù hiệu", "Bản sao đăng ký xe"],
  },
  {
    code: "9.001155",
    name: "Cấp giấy chứng nhận doanh nghiệp khoa học và công nghệ",
    fieldCode: "G07-DN02",
    field: "Khoa học và công nghệ",
    ...agency("Sở Khoa học và Công nghệ", "08"),
    workingDays: 5,
    fee: 0,
    papers: ["Phương án sản xuất, kinh doanh"],
  },
  {
    code: "9.001077",
    name: "Cấp thẻ hướng dẫn viên du lịch nội địa",
    fieldCode: "G16-DL01",
    field: "Du lịch",
    ...agency("Sở Văn hóa, Thể thao và Du lịch", "09"),
    workingDays: 5,
    fee: 150_000,
    papers: ["Bản sao văn bằng", "Hai ảnh chân dung 3 cm x 4 cm"],
  },
  {
    code: "1.006390",
    name: "Cho phép trường mẫu giáo, trường mầm non, nhà trẻ hoạt động giáo dục",
    fieldCode: "G08-MN01",
    field: "Giáo dục mầm non",
    ...agency("Sở Giáo dục và Đào tạo", "10"),
    workingDays: 20,
    fee: 0,
    papers: ["Danh sách cán bộ, giáo viên", "Chương trình giáo dục"],
  },
  {
    code: "1.014101",
    name: "Điều chỉnh nội dung Chứng chỉ hành nghề dược theo hình thức xét hồ sơ",
    fieldCode: "G18-DU01",
    field: "Dược",
    ...agency("Sở Y tế", "11"),
    workingDays: 5,
    fee: 500_000,
    papers: ["Chứng chỉ hành nghề dược đã cấp", "Ảnh chân dung 4 cm x 6 cm"],
  },
  {
    code: "9.000461",
    name: "Cấp thẻ bảo hiểm y tế hộ gia đình",
    fieldCode: "G19-YT01",
    field: "Bảo hiểm y tế",
    ...agency("Bảo hiểm xã hội", "14"),
    workingDays: 2,
    fee: 0,
    papers: ["Tờ khai tham gia bảo hiểm y tế"],
  },
  {
    code: "9.000701",
    name: "Đăng ký thuế lần đầu cho hộ, cá nhân kinh doanh",
    fieldCode: "G12-TH01",
    field: "Thuế",
    ...agency("Thuế tỉnh", "15"),
    workingDays: 5,
    fee: 0,
    papers: ["Tờ khai đăng ký thuế"],
  },
  {
    code: "9.000883",
    name: "Đăng ký mua điện sinh hoạt",
    fieldCode: "G04-DL02",
    field: "Cung cấp điện",
    ...agency("Điện lực", "16"),
    workingDays: 10,
    fee: 0,
    papers: ["Giấy tờ về địa điểm mua điện"],
  },
  {
    code: "9.900001",
    name: "Cấp giấy phép lao động cho người nước ngoài làm việc trong khu kinh tế",
    fieldCode: "G11-VL02",
    field: "Việc làm",
    ...ELSEWHERE,
    workingDays: 10,
    fee: 400_000,
    papers: ["Giấy chứng nhận sức khỏe", "Bản sao hộ chiếu"],
  },
];
