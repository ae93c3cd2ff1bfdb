import type { Clock, Logger } from "@luot/kit";
import type { RegisterWriter } from "../RegisterWriter.ts";

/** A look-up as it is noted: never the code itself, only its hash is kept. */
export interface NotedLookUp {
  readonly device: string;
  /** Empty for a text that was no code. */
  readonly code: string;
  readonly outcome: "found" | "not_found" | "proven" | "not_proven";
}

/** Keeps who asked for what. */
export interface LookUpLog {
  /** Noted some time after; a look-up waits for no disk. */
  readonly lookUp: (noted: NotedLookUp) => void;
  /** Durable when it resolves; rejects when it can't be kept. */
  readonly opening: (noted: {
    readonly officer: string;
    readonly device: string;
    readonly code: string;
  }) => Promise<void>;
}

/** A large file may hold the writer: an officer is told so rather than kept waiting. */
const OPENING_WITHIN_MS = 8_000;

/** Rejects when something takes longer; it may come to pass all the same. */
async function within<T>(ms: number, asked: Promise<T>): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`not noted within ${ms} ms`)), ms);
  try {
    return await Promise.race([asked, promise]);
  } finally {
    clearTimeout(timer);
  }
}

/** Notes in the register, by the one who writes it. */
export function createLookUpLog(
  writer: RegisterWriter,
  { clock, log }: { readonly clock: Clock; readonly log: Logger },
): LookUpLog {
  return {
    lookUp: ({ device, code, outcome }) => {
      const lookUp = { at: clock.now(), deviceId: device, outcome };
      writer
        .run("note-look-up", { code, lookUp })
        .catch((cause: unknown) => log.error("a look-up could not be noted", { cause }));
    },
    opening: async ({ officer, device, code }) => {
      const at = clock.now();
      const opening = { at, officerId: officer, deviceId: device, what: "holder" };
      await within(OPENING_WITHIN_MS, writer.run("note-opening", { code, opening }));
    },
  };
}
