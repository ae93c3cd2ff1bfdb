import { describe, expect, it } from "vitest";
import { createI18n } from "../createI18n.ts";
import { daysLeftText, dossierLightText, dossierStatusText } from "./dossierWords.ts";

const vi = createI18n("vi");
const en = createI18n("en");

describe("the words of dossiers", () => {
  it("are those of the national list, to the letter", () => {
    const codes = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"] as const;
    expect(codes.map((code) => dossierStatusText(vi, code))).toEqual([
      "Mới đăng ký",
      "Được tiếp nhận",
      "Không được tiếp nhận",
      "Đang xử lý",
      "Yêu cầu bổ sung giấy tờ",
      "Yêu cầu thực hiện nghĩa vụ tài chính",
      "Công dân yêu cầu rút hồ sơ",
      "Dừng xử lý",
      "Đã xử lý xong",
      "Đã trả kết quả",
    ]);
    expect(codes.map((code) => dossierStatusText(en, code))).toEqual([
      "Newly registered",
      "Accepted",
      "Not accepted",
      "In process",
      "More papers required",
      "Fee or financial duty due",
      "Withdrawn by citizen",
      "Stopped",
      "Processed",
      "Result returned",
    ]);
  });

  it("say of a state nobody knows that it is not known", () => {
    expect(dossierStatusText(vi, null)).toBe("Chưa xác định");
    expect(dossierStatusText(en, null)).toBe("Not known");
  });

  it("tell whether there is time left", () => {
    const lights = ["on_time", "due_soon", "overdue"] as const;
    expect(lights.map((light) => dossierLightText(vi, light))).toEqual([
      "Còn hạn",
      "Sắp đến hạn",
      "Quá hạn",
    ]);
  });

  it("count working days on both sides of the due day, and the due day itself", () => {
    expect(daysLeftText(vi, 3, false)).toBe("còn 3 ngày làm việc");
    expect(daysLeftText(en, 1, false)).toBe("1 working day left");
    expect(daysLeftText(en, 3, false)).toBe("3 working days left");
    expect(daysLeftText(vi, 0, false)).toBe("đến hạn hôm nay");
    expect(daysLeftText(vi, 0, true)).toBe("quá hạn từ hôm nay");
    expect(daysLeftText(vi, -2, true)).toBe("quá hạn 2 ngày làm việc");
    expect(daysLeftText(en, -1, true)).toBe("1 working day overdue");
  });
});
