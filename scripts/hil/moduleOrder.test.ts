import { Buffer } from "node:buffer";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadOrder, moduleName, neededModules } from "./moduleOrder.ts";

const modinfo = (text: string): Buffer => Buffer.from(`\x7fELF\0license=GPL\0${text}\0name=x\0`);

describe("neededModules", () => {
  it("reads what a module says it depends on, in one spelling", () => {
    expect(neededModules(modinfo("depends=usbcore,udc-core,usb-common"))).toEqual([
      "usbcore",
      "udc_core",
      "usb_common",
    ]);
  });

  it("finds nothing where nothing is needed or said", () => {
    expect(neededModules(modinfo("depends="))).toEqual([]);
    expect(neededModules(modinfo("softdepends=hid"))).toEqual([]);
  });
});

describe("moduleName", () => {
  it("is the same for a file, a compressed file and the kernel's own spelling", () => {
    for (const name of ["hid-generic.ko", "hid-generic.ko.xz", "hid_generic"])
      expect(moduleName(name)).toBe("hid_generic");
  });
});

describe("loadOrder", () => {
  it("loads each module once and after all it needs, whatever they need", () => {
    const names = ["a", "b", "c", "d", "e", "f"];
    const graph = fc.array(fc.tuple(fc.nat(5), fc.nat(5)), { maxLength: 12 }).map((pairs) => {
      const edges = pairs.filter(([from, to]) => to < from); // no circles
      return new Map(
        names.map((name, at) => [
          name,
          edges.filter(([from]) => from === at).map(([, to]) => names[to] ?? ""),
        ]),
      );
    });
    fc.assert(
      fc.property(graph, fc.shuffledSubarray(names), (needs, wanted) => {
        const order = loadOrder(wanted, (module) => needs.get(module) ?? []);
        expect(new Set(order).size).toBe(order.length);
        for (const name of wanted) expect(order).toContain(name);
        for (const [at, module] of order.entries())
          for (const needed of needs.get(module) ?? [])
            expect(order.slice(0, at), `${module} needs ${needed}`).toContain(needed);
      }),
    );
  });

  it("leaves out what is part of the kernel", () => {
    expect(loadOrder(["hid-generic"], (module) => (module === "hid" ? null : ["hid"]))).toEqual([
      "hid_generic",
    ]);
  });

  it("throws on modules that need each other", () => {
    expect(() => loadOrder(["a"], (module) => [module === "a" ? "b" : "a"])).toThrow("circle");
  });
});
