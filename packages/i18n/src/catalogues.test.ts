import { describe, expect, it } from "vitest";
import { createI18n } from "./createI18n.ts";
import { messages as en } from "./locales/en.po";
import { messages as vi } from "./locales/vi.po";
import { refusalText } from "./words/refusals.ts";
import { classText } from "./words/ticketWords.ts";

describe("the catalogues", () => {
  it("say every message in both languages", () => {
    expect(Object.keys(vi).length).toBeGreaterThan(100);
    expect(Object.keys(en).toSorted()).toEqual(Object.keys(vi).toSorted());
    expect(Object.entries(en).filter(([, message]) => message.length === 0)).toEqual([]);
  });

  it("leave no Vietnamese message in English", () => {
    const same = Object.keys(en).filter((id) => {
      const [ours, theirs] = [JSON.stringify(vi[id]), JSON.stringify(en[id])];
      return ours === theirs && /[à-ỹ]/iu.test(ours ?? "");
    });
    expect(same).toEqual([]);
  });

  it("are written in composed letters", () => {
    for (const messages of [vi, en])
      expect(JSON.stringify(messages)).toBe(JSON.stringify(messages).normalize("NFC"));
  });
});

describe("createI18n", () => {
  it("changes the language of words at once", () => {
    const i18n = createI18n("vi");
    expect(classText(i18n, "returning")).toBe("Quay lại");
    i18n.activate("en");
    expect(classText(i18n, "returning")).toBe("Returning");
  });
});

describe("refusalText", () => {
  it("says what happened, about which number, and what to do next", () => {
    expect(refusalText(createI18n("vi"), "wrong_status", { label: "A012" })).toEqual({
      what: "A012: Số này đã đổi trạng thái.",
      next: "Danh sách đã được cập nhật; vui lòng chọn lại.",
    });
  });
});
