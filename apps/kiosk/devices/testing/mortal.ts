/** A process that can be killed: what it still tries to do afterwards does not happen. */
export class Life {
  #left = Number.POSITIVE_INFINITY;
  readonly #onDeath: () => void;

  constructor(onDeath: () => void) {
    this.#onDeath = onDeath;
  }

  get isOver(): boolean {
    return this.#left <= 0;
  }

  /** Kills it now, as kill -9 would. */
  end(): void {
    if (this.isOver) return;
    this.#left = 0;
    this.#onDeath();
  }

  /** Kills it right before the n-th write from now, n from 1. */
  endBeforeWrite(n: number): void {
    if (!this.isOver) this.#left = n;
  }

  /** @throws when the process is dead or dies of this step */
  spend(isWrite: boolean): void {
    if (this.isOver) throw new Error("this process is dead");
    if (!isWrite || this.#left === Number.POSITIVE_INFINITY) return;
    if (--this.#left > 0) return;
    this.#onDeath();
    throw new Error("this process was killed");
  }
}

/** Methods of the book that change it, each one transaction. */
const WRITES = new Set([
  ..."begin answered refused supersede void seal sealOf settle set addCopy told write handed".split(
    " ",
  ),
  ..."setToken setSeries setSettings setContact setCutSince prune".split(" "),
]);

/** The same object, as a process has it that may be killed between any two writes. */
export function mortal<T extends object>(value: T, life: Life): T {
  return new Proxy(value, {
    get(target, key) {
      const found: unknown = Reflect.get(target, key, target);
      if (typeof found === "function")
        return (...parameters: unknown[]): unknown => {
          life.spend(WRITES.has(String(key)));
          return Reflect.apply(found, target, parameters);
        };
      return typeof found === "object" && found !== null && typeof key === "string"
        ? mortal(found, life)
        : found;
    },
  });
}
