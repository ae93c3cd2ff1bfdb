import type { ClassId } from "../settings/CentreSettings.ts";

/** People who wait for a service, by class; classes nobody waits in are left out. */
export type WaitingCounts = Readonly<Partial<Record<ClassId, number>>>;
