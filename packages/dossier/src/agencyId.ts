/** `old`: QCVN 102:2016/BTTTT, e.g. `000.00.01.H56`; `new`: QĐ 20/2020/QĐ-TTg, e.g. `H56.29`. */
export type AgencyForm = "old" | "new";

const OLD = /^\d{3}\.\d{2}\.\d{2}\.[A-Y]\d{2}$/;
const NEW = /^(?=.{3,35}$)[A-Y]\d{2}(?:\.[0-9A-Z]{1,32}){0,16}$/;

/**
 * The form of an agency's identifier. The two forms are not computed from each other: an alias
 * table of the centre says which belong together.
 *
 * @returns `null` when it is no identifier
 */
export function parseAgencyId(text: string): AgencyForm | null {
  if (OLD.test(text)) return "old";
  return NEW.test(text) ? "new" : null;
}
