/** One mark of a ticket label, as it is read: on its own, never as part of a number. */
export type LabelMark =
  | { readonly kind: "letter"; readonly letter: string }
  | { readonly kind: "digit"; readonly digit: number }
  | { readonly kind: "pause" };

const LABEL = /^[A-Za-zĐđ0-9]+(?:-[A-Za-zĐđ0-9]+)*$/;
/** Longer than any label the centre prints; a longer text is a mistake and would speak for long. */
const MAX_LABEL_LENGTH = 12;

/**
 * Splits a ticket label such as `A012` or `BK2-07` into the marks that are read one by one.
 * Lower case counts as upper case; a hyphen between two groups is a short pause.
 *
 * @throws RangeError when the label is empty, longer than 12 marks, or has a mark without a reading
 */
export function labelMarks(label: string): readonly LabelMark[] {
  if (label.length > MAX_LABEL_LENGTH || !LABEL.test(label))
    throw new RangeError(
      `ticket label cannot be read: ${JSON.stringify(label)} ` +
        `(1 to ${MAX_LABEL_LENGTH} of A–Z, Đ, 0–9, single hyphens inside)`,
    );
  return Array.from(label, (mark): LabelMark => {
    if (mark === "-") return { kind: "pause" };
    if (mark >= "0" && mark <= "9") return { kind: "digit", digit: Number(mark) };
    return { kind: "letter", letter: mark.toUpperCase() };
  });
}

/**
 * Writes marks as words, with a comma where the label pauses.
 *
 * @param marks from {@link labelMarks}
 * @param read the words of one letter or digit
 */
export function joinMarks(
  marks: readonly LabelMark[],
  read: (mark: Exclude<LabelMark, { readonly kind: "pause" }>) => string,
): string {
  return marks
    .map((mark) => (mark.kind === "pause" ? "," : ` ${read(mark)}`))
    .join("")
    .trim();
}
