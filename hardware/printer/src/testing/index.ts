export { type FakeBehaviour, FakeTransport } from "./FakeTransport.ts";
