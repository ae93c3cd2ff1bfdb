import { readTicketLabelEnglish } from "../reading/readEnglish.ts";
import { type ReadingOptions, readTicketLabel } from "../reading/readVietnamese.ts";
import { labelParts, numberParts, numberWords } from "./planParts.ts";
import {
  clipTexts,
  GAP_MS,
  type SpeechLanguage,
  type SpeechPart,
  type SpeechPlan,
} from "./SpeechPlan.ts";

/** How the waiting person is addressed. */
export type AnnouncementAddress = "citizen" | "customer" | "number";
/** What the number of the place counts. */
export type AnnouncementPlace = "counter" | "desk" | "room";

export interface AnnouncementRequest extends ReadingOptions {
  /** The ticket label as printed, for instance `A012`. */
  readonly label: string;
  readonly counterNumber: number;
  readonly language: SpeechLanguage;
  /** A recall has its own chime and starts with "xin nhắc lại". */
  readonly kind: "call" | "recall";
  /** "công dân" when left out. */
  readonly address?: AnnouncementAddress;
  /** "quầy" when left out. */
  readonly place?: AnnouncementPlace;
}

const upperFirst = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/**
 * Plans the call of one ticket: chime, "Mời công dân có số {label} đến quầy số {counter}". In
 * English "Ticket {label}, counter {counter}".
 *
 * Pure; the same request always gives the same plan. The label is read mark by mark, the counter
 * in full.
 *
 * @throws RangeError when the label or the counter number cannot be read
 */
export function planAnnouncement(request: AnnouncementRequest): SpeechPlan {
  const { label, counterNumber, language, kind } = request;
  const invite = `phrase.invite-${request.address ?? "citizen"}`;
  const toPlace = `phrase.to-${request.place ?? "counter"}`;
  const recall: readonly SpeechPart[] = [
    { clip: "phrase.recall" },
    { gapMs: GAP_MS.betweenSentences },
  ];
  const parts: readonly SpeechPart[] = [
    { clip: kind === "recall" ? "chime-recall" : "chime" },
    { gapMs: GAP_MS.afterChime },
    ...(kind === "recall" ? recall : []),
    { clip: invite },
    { gapMs: GAP_MS.afterPhrase },
    ...labelParts(label),
    { gapMs: GAP_MS.beforeCounter },
    { clip: toPlace },
    { gapMs: GAP_MS.afterPhrase },
    ...numberParts(counterNumber, language, request),
  ];
  const texts = clipTexts(language);
  const spokenLabel =
    language === "vi" ? readTicketLabel(label, request) : readTicketLabelEnglish(label);
  const sentence =
    `${kind === "recall" ? `${texts["phrase.recall"] ?? ""}, ` : ""}${texts[invite] ?? ""} ` +
    `${spokenLabel}${language === "vi" ? "" : ","} ${texts[toPlace] ?? ""} ` +
    numberWords(counterNumber, language, request);
  return { language, text: upperFirst(sentence), parts };
}

/** What can be said to the whole hall without a ticket. */
export type Notice =
  | { readonly notice: "attention" | "please-wait" | "evacuate" }
  | { readonly notice: "counter-paused"; readonly counterNumber: number };

/**
 * Plans a notice to the whole hall; "counter-paused" is "quầy số … tạm nghỉ".
 *
 * Pure.
 *
 * @throws RangeError when the counter number cannot be read
 */
export function planNotice(notice: Notice, language: SpeechLanguage): SpeechPlan {
  const texts = clipTexts(language);
  const opening: readonly SpeechPart[] = [{ clip: "chime" }, { gapMs: GAP_MS.afterChime }];
  if (notice.notice !== "counter-paused") {
    const clip = `phrase.${notice.notice}`;
    return { language, text: upperFirst(texts[clip] ?? ""), parts: [...opening, { clip }] };
  }
  const { counterNumber } = notice;
  const words = [
    texts["phrase.counter"],
    numberWords(counterNumber, language, {}),
    texts["phrase.paused"],
  ];
  return {
    language,
    text: upperFirst(words.join(" ")),
    parts: [
      ...opening,
      { clip: "phrase.counter" },
      { gapMs: GAP_MS.afterPhrase },
      ...numberParts(counterNumber, language, {}),
      { gapMs: GAP_MS.afterPhrase },
      { clip: "phrase.paused" },
    ],
  };
}
