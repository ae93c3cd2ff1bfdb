/** Far more than anybody touches in a second, and little enough for a process to read. */
const PER_SECOND = 50;

/** Lets so many messages through in a second and no more, however many a page sends. */
export class FloodGate {
  #second = 0;
  #count = 0;

  /**
   * @param nowMs on a clock that never goes back
   * @returns `first`: too many, and nobody has said so in this second
   */
  pass(nowMs: number): "pass" | "first" | "stop" {
    const second = Math.floor(nowMs / 1_000);
    this.#count = second === this.#second ? this.#count + 1 : 1;
    this.#second = second;
    if (this.#count <= PER_SECOND) return "pass";
    return this.#count === PER_SECOND + 1 ? "first" : "stop";
  }
}
