import { OFFICER_RIGHTS, OfficerRoleSchema, SlugSchema } from "@luot/contract";
import { openStore, StoreError } from "@luot/store";
import { hashSecret, randomPin, readablePassword } from "../identity/passwords.ts";

/** The account that is wished for, as it was typed. */
export interface OfficerWish {
  readonly role: string;
  readonly name: string;
  /** Beyond those of the role, with commas between them. */
  readonly rights: string;
}

/**
 * `luot officer add USERNAME --role ROLE --name NAME --rights RIGHTS`: makes an account, or gives an old one new
 * secrets, and shows them this once. The hub must be stopped.
 *
 * @returns the exit code
 */
export async function officerCommand(
  username: string,
  { role, name, rights }: OfficerWish,
  data: string,
): Promise<number> {
  const known = OfficerRoleSchema.safeParse(role);
  if (!SlugSchema.safeParse(username).success || !known.success || name.trim() === "") {
    console.error(
      "A user name has small letters, digits and hyphens; a role is officer, receptionist, supervisor or administrator; a name is needed.",
    );
    return 2;
  }
  const extra = rights.split(",").filter((right) => right !== "");
  const unknown = extra.find((right) => !OFFICER_RIGHTS.some((one) => one === right));
  if (unknown !== undefined) {
    console.error(`No right "${unknown}". There are: ${OFFICER_RIGHTS.join(", ")}.`);
    return 2;
  }
  const password = readablePassword();
  const pin = randomPin();
  const [passwordHash, pinHash] = await Promise.all([hashSecret(password), hashSecret(pin)]);
  try {
    const store = openStore(data);
    store.identities.putOfficer({
      id: username,
      name,
      role: known.data,
      rights: extra,
      passwordHash,
      pinHash,
      isActive: true,
    });
    store.close();
  } catch (cause) {
    if (!(cause instanceof StoreError)) throw cause;
    console.error(cause.message);
    return 1;
  }
  console.log(
    `${username} (${known.data})\n  password: ${password}\n  PIN:      ${pin}\nThey are not shown again.`,
  );
  return 0;
}
