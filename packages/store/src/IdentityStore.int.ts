import { describe, expect, it } from "vitest";
import { type Device, IdentityStore, type Officer, type OfficerSession } from "./IdentityStore.ts";
import { openDatabase } from "./openDatabase.ts";

const DESK: Device = {
  id: "desk",
  role: "counter",
  name: "Quầy 1",
  counterId: "c1",
  zone: null,
  pairedAt: 1,
  revokedAt: null,
};
const OFFICER: Officer = {
  id: "an",
  name: "An",
  role: "supervisor",
  rights: ["call_chosen"],
  passwordHash: "password hash",
  pinHash: "pin hash",
  isActive: true,
};
const SESSION: OfficerSession = {
  tokenHash: "session",
  officerId: "an",
  deviceId: "desk",
  createdAt: 5,
  usedAt: 5,
  isLocked: false,
};

function opened(): IdentityStore {
  const identities = new IdentityStore(openDatabase(":memory:"));
  identities.addDevice(DESK, "token");
  identities.putOfficer(OFFICER);
  return identities;
}

describe("devices", () => {
  it("are found by the hash of their token, the latest first in the list", () => {
    const identities = opened();
    const wall: Device = { ...DESK, id: "wall", role: "display", zone: "hall", pairedAt: 2 };
    identities.addDevice(wall, "another");
    expect(identities.deviceByToken("token")).toEqual(DESK);
    expect(identities.deviceByToken("unknown")).toBeNull();
    expect(identities.devices()).toEqual([wall, DESK]);
  });

  it("never share a token", () => {
    expect(() => opened().addDevice({ ...DESK, id: "other" }, "token")).toThrow("UNIQUE");
  });

  it("are revoked once, which ends the session at them and keeps them in the list", () => {
    const identities = opened();
    identities.startSession(SESSION);
    expect(identities.revokeDevice("desk", 9)).toBe(true);
    expect(identities.revokeDevice("desk", 10)).toBe(false);
    expect(identities.revokeDevice("unknown", 10)).toBe(false);
    expect(identities.deviceByToken("token")).toEqual({ ...DESK, revokedAt: 9 });
    expect(identities.session("session")).toBeNull();
  });
});

describe("officers", () => {
  it("are added, replaced, and found by id", () => {
    const identities = opened();
    const changed: Officer = { ...OFFICER, role: "officer", rights: [], isActive: false };
    identities.putOfficer(changed);
    identities.putOfficer({ ...OFFICER, id: "binh" });
    expect(identities.officer("an")).toEqual(changed);
    expect(identities.officer("unknown")).toBeNull();
    expect(identities.officers().map(({ id }) => id)).toEqual(["an", "binh"]);
  });
});

describe("sessions", () => {
  it("are found by the hash of their token, and locked and unlocked", () => {
    const identities = opened();
    identities.startSession(SESSION);
    identities.setSessionLock("session", true, 7);
    expect(identities.session("session")).toEqual({ ...SESSION, isLocked: true, usedAt: 7 });
    identities.setSessionLock("session", false, 8);
    expect(identities.session("session")).toEqual({ ...SESSION, usedAt: 8 });
    expect(identities.session("unknown")).toBeNull();
  });

  it("end when another one starts at the device, or when the device's are ended", () => {
    const identities = opened();
    identities.startSession(SESSION);
    identities.startSession({ ...SESSION, tokenHash: "next" });
    expect(identities.session("session")).toBeNull();
    identities.endSessionsAt("desk");
    expect(identities.session("next")).toBeNull();
  });

  it("need a device and an officer that exist; the old one stays when the new one can't start", () => {
    const identities = opened();
    identities.startSession(SESSION);
    const stranger = { ...SESSION, tokenHash: "next", officerId: "nobody" };
    expect(() => identities.startSession(stranger)).toThrow("FOREIGN KEY");
    expect(identities.session("session")).toEqual(SESSION);
  });
});
