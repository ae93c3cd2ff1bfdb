import { describe, expect, it } from "vitest";
import { aTicket } from "../testing/aTicket.ts";
import { LONGEST_NAMES } from "../testing/longestNames.ts";
import type { TicketDocument } from "../TicketDocument.ts";
import type { LayoutItem } from "./Layout.ts";
import { layoutTicket } from "./layoutTicket.ts";
import { DEFAULT_TEMPLATE, type TemplatePart } from "./TicketTemplate.ts";

type Text = Extract<LayoutItem, { kind: "text" }>;

const itemsOf = (
  parts: readonly TemplatePart[],
  ticket: TicketDocument,
  widthDots: number,
): readonly LayoutItem[] => layoutTicket(ticket, widthDots, { parts }).items;
const textsOf = (parts: readonly TemplatePart[], ticket: TicketDocument): readonly Text[] =>
  itemsOf(parts, ticket, 576).filter((item) => item.kind === "text");
const sizeOf = (part: TemplatePart): number | undefined =>
  textsOf([part], aTicket({ counters: "Quầy 5" }))[0]?.sizePx;

describe("a template", () => {
  it("places its parts from the top in its own order, and nothing else", () => {
    const parts = [{ kind: "footer" }, { kind: "label" }, { kind: "centre" }] as const;
    const ticket = aTicket({ centreName: "Phường Cửa Nam" });
    const texts = textsOf(parts, ticket);
    expect(texts.map(({ text }) => text)).toEqual(["Cảm ơn Quý khách!", "A017", "Phường Cửa Nam"]);
    const rows = texts.map(({ baselineY }) => baselineY);
    expect(rows).toEqual(rows.toSorted((a, b) => a - b));
  });

  it("marks a reprint at the top even when it has no part for it", () => {
    const reprint = { title: "BẢN IN LẠI", count: 1 };
    const parts = [{ kind: "centre" }, { kind: "label" }] as const;
    expect(textsOf(parts, aTicket({ reprint }))[0]?.text).toBe("BẢN IN LẠI (1)");
    expect(textsOf(parts, aTicket({}))[0]?.text).toContain("Trung tâm");
    const marks = textsOf(DEFAULT_TEMPLATE.parts, aTicket({ reprint }));
    expect(marks.filter(({ text }) => text === "BẢN IN LẠI (1)").length).toBe(1);
  });

  it("says a centre's own words in the language of the ticket, and Vietnamese without another", () => {
    const parts = [
      { kind: "text", vi: "Tầng 2", en: "Second floor" },
      { kind: "text", vi: "Wi-Fi: MIENPHI" },
    ] as const;
    const words = (ticket: TicketDocument): string[] => textsOf(parts, ticket).map((t) => t.text);
    expect(words(aTicket({}))).toEqual(["Tầng 2", "Wi-Fi: MIENPHI"]);
    expect(words(aTicket({ language: "en" }))).toEqual(["Second floor", "Wi-Fi: MIENPHI"]);
  });

  it("makes parts larger and smaller than they were designed, and none too small to read", () => {
    const sizes = (["small", "normal", "large", "huge"] as const).map((size) =>
      sizeOf({ kind: "counters", size }),
    );
    expect(sizes).toEqual([28, 36, 46, 58]);
    expect(sizeOf({ kind: "time", size: "small" })).toBe(22);
  });

  it("changes weight and frame alone where it is asked to", () => {
    const [text] = textsOf([{ kind: "service", weight: "regular" }], aTicket({}));
    expect(text).toMatchObject({ weight: "regular", ink: "black", sizePx: 34 });
    const [bar, label] = itemsOf([{ kind: "label", frame: "bar" }], aTicket({}), 576);
    expect(bar).toMatchObject({ kind: "box", widthDots: 544, lineDots: 0 });
    expect(label).toMatchObject({ kind: "text", ink: "white" });
    const plain = itemsOf([{ kind: "class", frame: "none" }], aTicket({}), 576);
    expect(plain.map(({ kind }) => kind)).toEqual(["text"]);
  });

  it("leaves out the code with no text and shrinks the code that is too large for the paper", () => {
    expect(itemsOf([{ kind: "qr" }], aTicket({ qr: "" }), 576)).toEqual([]);
    const [code] = itemsOf([{ kind: "qr", size: "huge" }], aTicket({ qr: "x".repeat(150) }), 384);
    expect(code).toMatchObject({ kind: "modules", dotsPerModule: 6 });
  });

  it.each([576, 512, 384])(
    "keeps the longest names on %i dots at every size and frame",
    (width) => {
      const ticket = aTicket({ ...LONGEST_NAMES, reprint: { title: "BẢN IN LẠI", count: 12 } });
      for (const size of ["small", "large", "huge"] as const)
        for (const frame of ["none", "frame", "bar"] as const) {
          const parts = DEFAULT_TEMPLATE.parts.map((part) =>
            part.kind === "rule" || part.kind === "gap" || part.kind === "qr"
              ? part
              : { ...part, size, frame },
          );
          const items = itemsOf(parts, ticket, width);
          const words = items
            .flatMap((item) => (item.kind === "text" ? [item.text] : []))
            .join(" ");
          for (const name of Object.values(LONGEST_NAMES)) expect(words).toContain(name);
          for (const item of items.filter((each) => each.kind === "box"))
            expect([item.x >= 0, item.x + item.widthDots <= width]).toEqual([true, true]);
        }
    },
  );
});
