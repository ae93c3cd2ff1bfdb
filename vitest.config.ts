import { linguiTransformerBabelPreset } from "@lingui/vite-plugin";
import { lingui } from "@lingui/vite-plugin";
import babel from "@rolldown/plugin-babel";
import { defineConfig } from "vitest/config";

const screens = [lingui(), babel({ presets: [linguiTransformerBabelPreset()] })];

export default defineConfig({
  test: {
    projects: [
      {
        plugins: screens,
        test: {
          name: "unit",
          sequence: { groupOrder: 0 },
          maxWorkers: 2,
          // A property is as long as it is; how long says more of the machine than of it.
          testTimeout: 60_000,
          include: ["{apps,packages,hardware,scripts}/**/*.test.{ts,tsx}"],
          exclude: ["**/node_modules/**", "**/dist/**"],
        },
      },
      {
        test: {
          name: "int",
          sequence: { groupOrder: 1 },
          // They mostly wait: for processes that start, for printers that stay silent.
          maxWorkers: 3,
          include: ["{apps,packages,hardware,scripts}/**/*.int.ts"],
          exclude: ["**/node_modules/**", "**/dist/**"],
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: "e2e",
          // Alone and last: a browser and a hub want the machine for themselves.
          sequence: { groupOrder: 2 },
          include: ["{apps,scripts}/**/*.e2e.ts"],
          exclude: ["**/node_modules/**", "**/dist/**"],
          testTimeout: 300_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
