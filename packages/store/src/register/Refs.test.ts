import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { expect, it } from "vitest";
import { createRefs } from "./Refs.ts";

const REFS = createRefs(randomBytes(32));
const OTHER = createRefs(randomBytes(32));
const IDS = fc.nat({ max: Number.MAX_SAFE_INTEGER });

it("a ref stands for its id, and for none where another key or salt made it", () => {
  fc.assert(
    fc.property(IDS, (id) => {
      const ref = REFS.refOf(id);
      expect(ref).toMatch(/^[\w-]{22}$/);
      expect([REFS.idOf(ref), OTHER.idOf(ref)]).toEqual([id, null]);
    }),
  );
});

it("what is no ref, or was changed, stands for nothing", () => {
  const ref = REFS.refOf(7);
  const changed = `${ref.startsWith("A") ? "B" : "A"}${ref.slice(1)}`;
  const texts = ["", "7", changed, `${ref}A`, ` ${ref}`, ref.slice(1), "A".repeat(22)];
  expect(texts.map((text) => REFS.idOf(text))).toEqual(texts.map(() => null));
});
