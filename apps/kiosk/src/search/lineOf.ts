import type { CatalogueProcedure } from "@luot/contract";
import type { Service } from "@luot/hub-client";
import { type Hall, type ServiceStanding, canTake, standingOf } from "../hall/serviceStanding.ts";

/** Where somebody goes with a procedure. */
export type Line =
  | { readonly kind: "own" | "guidance"; readonly standing: ServiceStanding }
  /** No line for it, and none for guidance. */
  | { readonly kind: "none" };

/**
 * The line of a procedure; else one for guidance, of those the first that gives numbers. The
 * catalogue may be older than the settings: a line that is gone counts as none. Pure.
 */
export function lineOf({ serviceId }: Pick<CatalogueProcedure, "serviceId">, hall: Hall): Line {
  const { services } = hall.settings;
  const own = services.find(({ id }) => id === serviceId);
  if (own !== undefined) return { kind: "own", standing: standingOf(own, hall) };
  const guides = services.filter(isGuidance).map((service) => standingOf(service, hall));
  const guide = guides.find(canTake) ?? guides[0];
  return guide === undefined ? { kind: "none" } : { kind: "guidance", standing: guide };
}

function isGuidance({ kind }: Service): boolean {
  return kind === "guidance";
}
