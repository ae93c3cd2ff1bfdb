export {
  aCalendar,
  aCentre,
  aPolicy,
  aService,
  capsOf,
  DAY,
  HOUR,
  MINUTE,
  SECOND,
  T0,
} from "./aCentre.ts";
export { aDeskTicket, aDeskViewOf, deskSettings } from "./aDesk.ts";
export { aCommand, aTicketFor, citizen, device, fakeId, HUB, officer } from "./commands.ts";
export { codeOf, officerAt, openedRunner, Runner } from "./Runner.ts";
