/** Words of tables and exchange files for yes, without capitals. */
export const DONE_WORDS: ReadonlySet<string> = new Set([
  "true",
  "1",
  "x",
  "có",
  "yes",
  "rồi",
  "đã nộp",
  "đã thu",
  "đã thanh toán",
]);

/** Words for no. */
export const UNDONE_WORDS: ReadonlySet<string> = new Set([
  "false",
  "0",
  "không",
  "no",
  "chưa",
  "chưa nộp",
  "chưa thu",
  "chưa thanh toán",
]);
