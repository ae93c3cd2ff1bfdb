import { describe, expect, it } from "vitest";
import { isLeftOut, parseLdd } from "./guestFiles.ts";

describe("isLeftOut", () => {
  it("takes sources and the native modules of this machine along", () => {
    expect(
      [
        "hardware/scanner/src/index.ts",
        "hardware/scanner/package.json",
        "hardware/scanner/src/testing/index.ts",
        "node_modules/node-hid/prebuilds",
        "node_modules/node-hid/prebuilds/HID_hidraw-linux-x64",
        "node_modules/node-hid/prebuilds/HID_hidraw-linux-x64/node-napi-v4.node",
        "node_modules/@serialport/bindings-cpp/prebuilds/linux-x64/node.napi.glibc.node",
        "node_modules/@resvg/resvg-js-linux-x64-gnu/resvgjs.linux-x64-gnu.node",
      ].filter(isLeftOut),
    ).toEqual([]);
  });

  it("leaves tests, documents and other machines' modules at home", () => {
    expect(
      [
        "hardware/scanner/src/driver/HidPos.test.ts",
        "hardware/scanner/src/driver/umockdev.int.ts",
        "hardware/scanner/README.md",
        "node_modules/node-hid/nodehid.d.ts",
        "node_modules/node-hid/hidapi",
        "node_modules/node-hid/prebuilds/HID-win32-x64",
        "node_modules/node-hid/prebuilds/HID-linux-x64-musl",
        "node_modules/node-hid/prebuilds/HID-linux-arm64",
        "node_modules/@serialport/bindings-cpp/prebuilds/linux-x64/node.napi.musl.node",
      ].filter((place) => !isLeftOut(place)),
    ).toEqual([]);
  });
});

describe("parseLdd", () => {
  it("finds libraries and the loader, not what the kernel itself maps", () => {
    const output = [
      "\tlinux-vdso.so.1 (0x00007fea7b361000)",
      "\tlibudev.so.1 => /lib/x86_64-linux-gnu/libudev.so.1 (0x00007fea7b349000)",
      "\tlibgone.so.1 => not found",
      "\t/lib64/ld-linux-x86-64.so.2 (0x00007fea7b363000)",
    ].join("\n");
    expect(parseLdd(output)).toEqual([
      "/lib/x86_64-linux-gnu/libudev.so.1",
      "/lib64/ld-linux-x86-64.so.2",
    ]);
  });

  it("finds nothing in a static program", () => {
    expect(parseLdd("\tnot a dynamic executable\n")).toEqual([]);
  });
});
