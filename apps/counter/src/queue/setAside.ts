import {
  type CentreSettings,
  type Desk,
  deskLines,
  type DeskTicket,
  type DeskView,
} from "@luot/hub-client";

/** Who was set aside or did not come, and may concern this counter; longest there first. */
export function setAside(
  view: DeskView,
  settings: CentreSettings,
  desk: Desk,
  status: "parked" | "absent",
): readonly DeskTicket[] {
  const lines: readonly string[] = deskLines(settings, desk).flat();
  return Object.values(view.tickets)
    .filter(({ place }) => place.status === status)
    .filter(({ place }) => place.counterId === desk.counterId || lines.includes(place.line))
    .toSorted((a, b) => a.movedAt - b.movedAt);
}
