import type { Mapping } from "./Mapping.ts";

const EMPTY: Mapping = {
  timeZone: "Asia/Ho_Chi_Minh",
  dateFormats: ["iso"],
  dueTime: "17:00",
  withoutStatus: "refuse",
  fields: {},
};

/** The exchange form of the National Portal, every value a text. */
export const DONG_BO_HO_SO_MC: Mapping = EMPTY;
/** A table with the headings of the register book [SỔ THEO DÕI HỒ SƠ]. */
export const REGISTER_BOOK: Mapping = EMPTY;
/** This product's own field names. */
export const LUOT_JSON: Mapping = EMPTY;

/** The mappings that come with the product, by the name a source refers to them. */
export const BUILT_IN_MAPPINGS = {
  "dong-bo-ho-so-mc": DONG_BO_HO_SO_MC,
  "register-book": REGISTER_BOOK,
  "luot-json": LUOT_JSON,
} as const satisfies Readonly<Record<string, Mapping>>;
