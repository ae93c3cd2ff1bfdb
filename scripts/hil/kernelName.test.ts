import { describe, expect, it } from "vitest";
import { chooseKernel } from "./kernelName.ts";

const BOOKWORM = [
  "linux-image-6.1.0-9-cloud-amd64",
  "linux-image-6.1.0-56-cloud-amd64",
  "linux-image-6.1.0-56-cloud-amd64-unsigned",
  "linux-image-6.1.0-56-cloud-amd64-dbg",
  "linux-image-6.1.0-47-amd64",
  "linux-image-6.1.0-50-amd64",
  "linux-image-6.1.0-57-rt-amd64",
  "linux-image-6.12.9+deb12-cloud-amd64",
  "linux-image-6.12.117+deb12-cloud-amd64",
  "linux-image-6.12.117+deb12-amd64",
  "linux-image-6.12-cloud-amd64",
  "linux-image-6.12-amd64",
];

describe("chooseKernel", () => {
  it("takes the newest of the proved series by its number, not its letters", () => {
    expect(chooseKernel(BOOKWORM, "cloud")).toBe("linux-image-6.1.0-56-cloud-amd64");
    expect(chooseKernel(BOOKWORM.toReversed(), "cloud")).toBe("linux-image-6.1.0-56-cloud-amd64");
  });

  it("takes no cloud, real-time, debug or unsigned kernel for the full one", () => {
    expect(chooseKernel(BOOKWORM, "full")).toBe("linux-image-6.1.0-50-amd64");
  });

  it("takes the newest of all when the proved series is gone", () => {
    const later = BOOKWORM.filter((name) => !name.includes("-6.1.0"));
    expect(chooseKernel(later, "cloud")).toBe("linux-image-6.12.117+deb12-cloud-amd64");
    expect(chooseKernel(later, "full")).toBe("linux-image-6.12.117+deb12-amd64");
  });

  it("takes no meta package and finds nothing in nothing", () => {
    expect(chooseKernel(["linux-image-amd64", "linux-image-6.12-amd64", ""], "full")).toBeNull();
    expect(chooseKernel([], "cloud")).toBeNull();
  });
});
