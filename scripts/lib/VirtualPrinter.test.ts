import { describe, expect, it } from "vitest";
import { parseReadyLine } from "./VirtualPrinter.mjs";

describe("parseReadyLine", () => {
  it("reads the ports of a printer that is ready", () => {
    const line = '{"ready":true,"port":9110,"webPort":9111}';
    expect(parseReadyLine(line)).toEqual({ port: 9110, webPort: 9111 });
  });

  it.each(["listening", "{ not json", '{"ready":true}', '{"ready":false,"port":1,"webPort":2}'])(
    "passes over %s",
    (line) => {
      expect(parseReadyLine(line)).toBeNull();
    },
  );
});
