/** Words that are never what is asked for, whatever stands beside them. */
const ALWAYS: ReadonlySet<string> = new Set("toi muon xin cho cua voi va".split(" "));

/**
 * Words of spoken requests ("tôi muốn … cho con") that say nothing of the procedure. Next to a word
 * that stands beside it in some name such a word counts in full: "căn cước" is no filler.
 */
const FILLERS: ReadonlySet<string> = new Set(
  (
    "minh em anh chi ong ba chu bac chau con vo chong bo me cha nha ai ho " +
    "can lam hoi giup oi nhe nha vay a ah da o tai la thi ma bi duoc ve di " +
    "den de nay kia gi nao sao the nhu ra vao co khong roi chua moi nua luon dum gium thu tuc " +
    "bao nhieu lau tien dau may hay phai biet cach viec mot cai to"
  ).split(" "),
);

/**
 * Whether a folded word belongs to how people ask, not to what they ask for.
 *
 * @param isBesidePart whether it stands in the query as it stands in some name
 */
export function isFiller(word: string, isBesidePart: boolean): boolean {
  return ALWAYS.has(word) || (FILLERS.has(word) && !isBesidePart);
}
