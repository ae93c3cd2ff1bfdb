import { describe, expect, it } from "vitest";
import { STATUS_CODES, type StatusCode } from "./Dossier.ts";
import { DOSSIER_STATUSES, isStatusCode, isStep, statusOf } from "./status.ts";

const TODAY = "2026-11-24";

describe("the national list", () => {
  it("holds the ten codes with their exact wording", () => {
    expect(DOSSIER_STATUSES.map(({ code, vi }) => `${code} ${vi}`)).toEqual([
      "1 Mới đăng ký",
      "2 Được tiếp nhận",
      "3 Không được tiếp nhận",
      "4 Đang xử lý",
      "5 Yêu cầu bổ sung giấy tờ",
      "6 Yêu cầu thực hiện nghĩa vụ tài chính",
      "7 Công dân yêu cầu rút hồ sơ",
      "8 Dừng xử lý",
      "9 Đã xử lý xong",
      "10 Đã trả kết quả",
    ]);
    for (const { vi } of DOSSIER_STATUSES) expect(vi).toBe(vi.normalize("NFC"));
  });

  it("names a code once on any day", () => {
    for (const date of ["2019-01-01", TODAY, "2040-01-01"])
      expect(STATUS_CODES.map((code) => statusOf(code, date)?.code)).toEqual([...STATUS_CODES]);
  });

  it("knows no code before it was in force, and no other code", () => {
    expect(statusOf("4", "2018-12-31")).toBeNull();
    for (const code of ["0", "11", "04", "", "4 ", "__proto__"]) {
      expect(statusOf(code, TODAY)).toBeNull();
      expect(isStatusCode(code)).toBe(false);
    }
  });

  it("ends with refused, withdrawn, stopped and returned", () => {
    expect(DOSSIER_STATUSES.filter(({ isFinal }) => isFinal).map(({ code }) => code)).toEqual([
      "3",
      "7",
      "8",
      "10",
    ]);
  });
});

const may = (from: StatusCode): readonly StatusCode[] =>
  STATUS_CODES.filter((to) => from !== to && isStep(from, to, TODAY));

describe("isStep", () => {
  it.each([
    ["1", "2 3 4 5 6 7 8 9 10"],
    ["2", "3 4 5 6 7 8 9 10"],
    ["3", ""],
    ["4", "3 5 6 7 8 9 10"],
    ["5", "3 4 6 7 8 9 10"],
    ["6", "3 4 5 7 8 9 10"],
    ["7", ""],
    ["8", ""],
    ["9", "10"],
    ["10", ""],
  ] as const)("lets %s be followed by %s, steps left out or not", (from, expected) => {
    expect(may(from).join(" ")).toBe(expected);
  });

  it("takes the same status for no going back", () => {
    for (const code of STATUS_CODES) expect(isStep(code, code, TODAY)).toBe(true);
    expect(isStep(null, null, TODAY)).toBe(true);
  });

  it("takes an unknown status before anything, and after anything that is not final", () => {
    for (const code of STATUS_CODES) {
      expect(isStep(null, code, TODAY)).toBe(true);
      expect(isStep(code, null, TODAY)).toBe(!["3", "7", "8", "10"].includes(code));
    }
  });

  it("never leads back to what was left, unless for papers or a fee", () => {
    const returning = STATUS_CODES.flatMap((from) =>
      STATUS_CODES.filter(
        (to) => from < to && isStep(from, to, TODAY) && isStep(to, from, TODAY),
      ).map((to) => `${from}${to}`),
    );
    expect(returning).toEqual(["45", "46", "56"]);
  });
});
