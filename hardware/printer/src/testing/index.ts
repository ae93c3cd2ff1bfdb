export { type FakeBehaviour, FakeTransport } from "./FakeTransport.ts";
export { InMemoryPrintJobBook } from "./InMemoryPrintJobBook.ts";
