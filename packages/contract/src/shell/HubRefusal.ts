/** Why a hub was not taken: no address, nobody there, somebody else there, or the disk is full. */
export type HubRefusal = "bad_address" | "no_answer" | "not_a_hub" | "cannot_store";
