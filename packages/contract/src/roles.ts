import { z } from "zod";

/** What a device was paired as; a phone proves only its one ticket. */
export const DEVICE_ROLES = ["kiosk", "counter", "display", "console", "phone"] as const;
export const DeviceRoleSchema = z.enum(DEVICE_ROLES);
export type DeviceRole = z.infer<typeof DeviceRoleSchema>;

/** What an officer is in the centre. */
export const OFFICER_ROLES = ["officer", "receptionist", "supervisor", "administrator"] as const;
export const OfficerRoleSchema = z.enum(OFFICER_ROLES);
export type OfficerRole = z.infer<typeof OfficerRoleSchema>;
