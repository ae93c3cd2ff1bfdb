import { DIGIT_WORDS_VI, LETTER_WORDS_VI, readNumber } from "../reading/readVietnamese.ts";
import { type ClipTexts, commonClips } from "./clipNames.ts";

/** Words that join a number above 50, by word. Names are ASCII; the tone is spelled out. */
export const JOINERS_VI: Readonly<Record<string, string>> = {
  mười: "joiner.muoi-huyen",
  mươi: "joiner.muoi",
  mốt: "joiner.mot-sac",
  tư: "joiner.tu",
  lăm: "joiner.lam",
  trăm: "joiner.tram",
  linh: "joiner.linh",
  lẻ: "joiner.le",
  nghìn: "joiner.nghin",
  ngàn: "joiner.ngan",
};

const PHRASES: ClipTexts = {
  "phrase.invite-citizen": "mời công dân có số",
  "phrase.invite-customer": "mời khách hàng có số",
  "phrase.invite-number": "mời số",
  "phrase.to-counter": "đến quầy số",
  "phrase.to-desk": "đến bàn số",
  "phrase.to-room": "đến phòng số",
  "phrase.recall": "xin nhắc lại",
  "phrase.please-wait": "vui lòng chờ",
  "phrase.attention": "xin quý vị chú ý",
  "phrase.counter": "quầy số",
  "phrase.paused": "tạm nghỉ",
  "phrase.evacuate": "mời mọi người bình tĩnh rời khỏi tòa nhà theo lối thoát hiểm gần nhất",
};

/** Every Vietnamese clip: name to spoken text. What a site has to record, and nothing else. */
export const CLIPS_VI: ClipTexts = {
  ...PHRASES,
  ...commonClips({
    digits: DIGIT_WORDS_VI,
    letters: LETTER_WORDS_VI,
    number: (n) => readNumber(n),
  }),
  ...Object.fromEntries(Object.entries(JOINERS_VI).map(([word, name]) => [name, word])),
};
