// A kiosk that only writes: `node kioskWriter.ts FOLDER SEED [STEPS]`. Prints each step once the book
// says that it is durable, as JSON: `{"wish": id, "state": …, "label": … | null}`.
import { writeSync } from "node:fs";
import { silentLogger } from "@luot/kit";
import { openKioskBook } from "../kiosk/openKioskBook.ts";
import { A_WISH, hubNumber, KIOSK_SERIES, ownSource, REFUSED, testId } from "./kioskWishes.ts";

const [folder = "", seed = "0", steps] = process.argv.slice(2);
const limit = steps === undefined ? Infinity : Number(steps);
const clock = { now: () => Date.now(), monotonic: () => performance.now() };
const book = openKioskBook(folder, { clock, log: silentLogger });
book.series.handed(KIOSK_SERIES);
let random = Number(seed) + 1;

/** A small generator, so that a seed is a history. */
function below(limit: number): number {
  random = (random * 48_271) % 2_147_483_647;
  return random % limit;
}

for (let step = 0; step < limit; step++) {
  const n = Number(seed) * 1_000_000 + step;
  const id = testId(n);
  book.wishes.begin(id, A_WISH, step);
  const settled = settle(id, n);
  const label = settled.answer?.ok === true ? settled.answer.data.label : null;
  writeSync(1, `${JSON.stringify({ wish: id, state: settled.state, label })}\n`);
  if (below(4) === 0)
    book.outbox.settle(book.outbox.seal(3).map((sent) => ({ id: sent.id, code: "accepted" })));
  for (const paper of book.papers.unfinished()) book.papers.set(paper, "confirmed", step);
}
book.close();

function settle(id: string, n: number): ReturnType<typeof book.wishes.answered> {
  switch (below(4)) {
    case 0:
      return book.wishes.answered(id, hubNumber(testId(n, "a"), n), n);
    case 1:
      return book.wishes.refused(id, REFUSED);
    case 2:
      return book.wishes.void(id, testId(n, "b"), REFUSED);
    default:
      return book.wishes.supersede(id, ownSource(id, n), n);
  }
}
