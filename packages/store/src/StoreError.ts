/** Why the store can't be used. */
export type StoreFault =
  | "locked"
  | "corrupt"
  | "not_writable"
  | "newer_schema"
  | "not_durable"
  | "other_centre"
  | "wrong_key"
  | "disk_full"
  | "conflict";

/** The store can't go on; the message says what to do. */
export class StoreError extends Error {
  readonly fault: StoreFault;

  constructor(fault: StoreFault, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "StoreError";
    this.fault = fault;
  }
}

/** Turns what SQLite throws into a fault with advice; anything else stays what it is. */
export function asStoreError(cause: unknown, path: string): Error {
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  if (code.startsWith("SQLITE_CORRUPT") || code === "SQLITE_NOTADB")
    return new StoreError(
      "corrupt",
      `${path} is damaged or is no database. Keep the file, restore the latest backup beside it, and start again.`,
      { cause },
    );
  if (code.startsWith("SQLITE_BUSY") || code.startsWith("SQLITE_LOCKED"))
    return new StoreError(
      "locked",
      `${path} is in use by another program. Stop it and start again.`,
      {
        cause,
      },
    );
  if (code.startsWith("SQLITE_FULL"))
    return new StoreError("disk_full", `The disk that holds ${path} is full. Free some space.`, {
      cause,
    });
  if (code.startsWith("SQLITE_READONLY") || code.startsWith("SQLITE_CANTOPEN"))
    return new StoreError(
      "not_writable",
      `${path} can't be written. Check the folder's owner and permissions, or choose another with --data.`,
      { cause },
    );
  return cause instanceof Error ? cause : new Error(String(cause));
}
