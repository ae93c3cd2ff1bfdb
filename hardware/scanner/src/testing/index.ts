export { encodeHidPosReports } from "./encodeHidPosReports.ts";
export { A_SCANNER, FakeHidTransport, type HidMisbehaviour } from "./FakeHidTransport.ts";
export { FakeSerialTransport } from "./FakeSerialTransport.ts";
