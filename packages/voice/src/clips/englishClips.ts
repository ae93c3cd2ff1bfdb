import { DIGIT_WORDS_EN, readNumberEnglish } from "../reading/readEnglish.ts";
import { type ClipTexts, commonClips } from "./clipNames.ts";

/** Words that join a number above 50, by word. */
export const JOINERS_EN: Readonly<Record<string, string>> = {
  sixty: "joiner.sixty",
  seventy: "joiner.seventy",
  eighty: "joiner.eighty",
  ninety: "joiner.ninety",
  hundred: "joiner.hundred",
  thousand: "joiner.thousand",
  and: "joiner.and",
};

/** Letter names written as words: a synthesiser given a bare letter may read it as an article. */
const LETTERS: ClipTexts = {
  A: "ay",
  B: "bee",
  C: "see",
  D: "dee",
  Đ: "barred dee",
  E: "ee",
  F: "ef",
  G: "gee",
  H: "aitch",
  I: "eye",
  J: "jay",
  K: "kay",
  L: "ell",
  M: "em",
  N: "en",
  O: "oh",
  P: "pee",
  Q: "cue",
  R: "ar",
  S: "ess",
  T: "tee",
  U: "you",
  V: "vee",
  W: "double you",
  X: "ex",
  Y: "why",
  Z: "zed",
};

const PHRASES: ClipTexts = {
  "phrase.invite-citizen": "ticket",
  "phrase.invite-customer": "customer",
  "phrase.invite-number": "number",
  "phrase.to-counter": "counter",
  "phrase.to-desk": "desk",
  "phrase.to-room": "room",
  "phrase.recall": "reminder",
  "phrase.please-wait": "please wait",
  "phrase.attention": "attention please",
  "phrase.counter": "counter",
  "phrase.paused": "is closed for now",
  "phrase.evacuate": "please stay calm and leave the building by the nearest emergency exit",
};

/** Every English clip: name to spoken text, in the same shape as the Vietnamese ones. */
export const CLIPS_EN: ClipTexts = {
  ...PHRASES,
  ...commonClips({
    digits: DIGIT_WORDS_EN,
    letters: LETTERS,
    number: (n) => readNumberEnglish(n),
  }),
  ...Object.fromEntries(Object.entries(JOINERS_EN).map(([word, name]) => [name, word])),
};
