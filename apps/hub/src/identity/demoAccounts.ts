import type { OfficerRole } from "@luot/contract";
import type { IdentityStore } from "@luot/store";
import { hashSecret, randomPin, readablePassword } from "./passwords.ts";

/** An account of the demonstration, with the secrets that are shown this once. */
export interface DemoAccount {
  readonly username: string;
  readonly name: string;
  readonly role: OfficerRole;
  readonly password: string;
  readonly pin: string;
}

const ACCOUNTS: readonly Pick<DemoAccount, "username" | "name" | "role">[] = [
  { username: "canbo1", name: "Cán bộ 1", role: "officer" },
  { username: "canbo2", name: "Cán bộ 2", role: "officer" },
  { username: "canbo3", name: "Cán bộ 3", role: "officer" },
  { username: "tieptan", name: "Tiếp tân", role: "receptionist" },
  { username: "truongca", name: "Trưởng ca", role: "supervisor" },
  { username: "quantri", name: "Quản trị", role: "administrator" },
];

/**
 * Gives the demonstration's accounts new random secrets. They are made anew at each start, because
 * only their hashes are kept and nobody could be told the old ones.
 */
export async function makeDemoAccounts(store: IdentityStore): Promise<readonly DemoAccount[]> {
  return Promise.all(
    ACCOUNTS.map(async ({ username, name, role }) => {
      const password = readablePassword();
      const pin = randomPin();
      const [passwordHash, pinHash] = await Promise.all([hashSecret(password), hashSecret(pin)]);
      store.putOfficer({
        id: username,
        name,
        role,
        rights: [],
        passwordHash,
        pinHash,
        isActive: true,
      });
      return { username, name, role, password, pin };
    }),
  );
}
