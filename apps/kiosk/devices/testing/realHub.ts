// The real hub, for tests of what a kiosk does to it. An app imports no other but in its tests.
export { freePort, HubProcess, prepareData } from "../../../hub/src/testing/HubProcess.ts";
export { sharedSettings } from "../../../hub/src/testing/startTestHub.ts";
