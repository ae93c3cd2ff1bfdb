import type Database from "better-sqlite3";
import {
  type DeviceRole,
  DeviceRoleSchema,
  type OfficerRole,
  OfficerRoleSchema,
} from "@luot/contract";
import { z } from "zod";

/** A paired device. */
export interface Device {
  readonly id: string;
  readonly role: DeviceRole;
  readonly name: string;
  readonly counterId: string | null;
  readonly zone: string | null;
  readonly pairedAt: number;
  readonly revokedAt: number | null;
}

/** An account. Hashes are Argon2id. */
export interface Officer {
  readonly id: string;
  readonly name: string;
  readonly role: OfficerRole;
  readonly rights: readonly string[];
  readonly passwordHash: string;
  readonly pinHash: string;
  readonly isActive: boolean;
}

/** An officer at a device. */
export interface OfficerSession {
  readonly tokenHash: string;
  readonly officerId: string;
  readonly deviceId: string;
  readonly createdAt: number;
  readonly usedAt: number;
  readonly isLocked: boolean;
}

const DeviceRow = z
  .object({
    id: z.string(),
    role: DeviceRoleSchema,
    name: z.string(),
    counter_id: z.string().nullable(),
    zone: z.string().nullable(),
    paired_at: z.number(),
    revoked_at: z.number().nullable(),
  })
  .transform(
    (row): Device => ({
      id: row.id,
      role: row.role,
      name: row.name,
      counterId: row.counter_id,
      zone: row.zone,
      pairedAt: row.paired_at,
      revokedAt: row.revoked_at,
    }),
  );

const OfficerRow = z
  .object({
    id: z.string(),
    name: z.string(),
    role: OfficerRoleSchema,
    rights: z.string(),
    password_hash: z.string(),
    pin_hash: z.string(),
    is_active: z.number(),
  })
  .transform(
    (row): Officer => ({
      id: row.id,
      name: row.name,
      role: row.role,
      rights: z.array(z.string()).parse(JSON.parse(row.rights)),
      passwordHash: row.password_hash,
      pinHash: row.pin_hash,
      isActive: row.is_active === 1,
    }),
  );

const SessionRow = z
  .object({
    token_hash: z.string(),
    officer_id: z.string(),
    device_id: z.string(),
    created_at: z.number(),
    used_at: z.number(),
    is_locked: z.number(),
  })
  .transform(
    (row): OfficerSession => ({
      tokenHash: row.token_hash,
      officerId: row.officer_id,
      deviceId: row.device_id,
      createdAt: row.created_at,
      usedAt: row.used_at,
      isLocked: row.is_locked === 1,
    }),
  );

const DEVICE = "SELECT id, role, name, counter_id, zone, paired_at, revoked_at FROM devices";

/** Devices, accounts and who works where. Tokens are kept as hashes only. */
export class IdentityStore {
  readonly #db: Database.Database;
  // Asked at each connection and command, so compiled once.
  readonly #deviceByToken: Database.Statement;
  readonly #officer: Database.Statement;
  readonly #session: Database.Statement;

  constructor(db: Database.Database) {
    this.#db = db;
    this.#deviceByToken = db.prepare(`${DEVICE} WHERE token_hash = ?`);
    this.#officer = db.prepare("SELECT * FROM officers WHERE id = ?");
    this.#session = db.prepare("SELECT * FROM sessions WHERE token_hash = ?");
  }

  addDevice(device: Device, tokenHash: string): void {
    this.#db
      .prepare(
        `INSERT INTO devices (id, role, name, counter_id, zone, token_hash, paired_at, revoked_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(
        device.id,
        device.role,
        device.name,
        device.counterId,
        device.zone,
        tokenHash,
        device.pairedAt,
        device.revokedAt,
      );
  }

  /** The device a token belongs to, revoked or not, or `null`. */
  deviceByToken(tokenHash: string): Device | null {
    const row = this.#deviceByToken.get(tokenHash);
    return row === undefined ? null : DeviceRow.parse(row);
  }

  /** All devices, latest paired first. */
  devices(): readonly Device[] {
    return z.array(DeviceRow).parse(this.#db.prepare(`${DEVICE} ORDER BY paired_at DESC`).all());
  }

  /** Takes a device's token away and ends its sessions; `false` when there is no such device. */
  revokeDevice(id: string, atMs: number): boolean {
    return this.#db
      .transaction((): boolean => {
        this.#db.prepare("DELETE FROM sessions WHERE device_id = ?").run(id);
        const update = this.#db.prepare(
          "UPDATE devices SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL",
        );
        return update.run(atMs, id).changes === 1;
      })
      .immediate();
  }

  /** Adds an account, or replaces the one with its id. */
  putOfficer(officer: Officer): void {
    const { id, name, role, rights, passwordHash, pinHash, isActive } = officer;
    this.#db
      .prepare(
        `INSERT INTO officers (id, name, role, rights, password_hash, pin_hash, is_active)
         VALUES (?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET name = excluded.name, role = excluded.role,
           rights = excluded.rights, password_hash = excluded.password_hash,
           pin_hash = excluded.pin_hash, is_active = excluded.is_active`,
      )
      .run(id, name, role, JSON.stringify(rights), passwordHash, pinHash, isActive ? 1 : 0);
  }

  officer(id: string): Officer | null {
    const row = this.#officer.get(id);
    return row === undefined ? null : OfficerRow.parse(row);
  }

  officers(): readonly Officer[] {
    return z.array(OfficerRow).parse(this.#db.prepare("SELECT * FROM officers ORDER BY id").all());
  }

  /** Starts a session; an older one at the same device ends. */
  startSession(session: OfficerSession): void {
    this.#db
      .transaction(() => {
        this.endSessionsAt(session.deviceId);
        this.#db
          .prepare(
            `INSERT INTO sessions (token_hash, officer_id, device_id, created_at, used_at, is_locked)
             VALUES (?, ?, ?, ?, ?, ?)`,
          )
          .run(
            session.tokenHash,
            session.officerId,
            session.deviceId,
            session.createdAt,
            session.usedAt,
            session.isLocked ? 1 : 0,
          );
      })
      .immediate();
  }

  session(tokenHash: string): OfficerSession | null {
    const row = this.#session.get(tokenHash);
    return row === undefined ? null : SessionRow.parse(row);
  }

  setSessionLock(tokenHash: string, isLocked: boolean, atMs: number): void {
    this.#db
      .prepare("UPDATE sessions SET is_locked = ?, used_at = ? WHERE token_hash = ?")
      .run(isLocked ? 1 : 0, atMs, tokenHash);
  }

  endSessionsAt(deviceId: string): void {
    this.#db.prepare("DELETE FROM sessions WHERE device_id = ?").run(deviceId);
  }
}
