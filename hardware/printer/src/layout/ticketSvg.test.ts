import { expect, it } from "vitest";
import { ticketSvg } from "./ticketSvg.ts";

it("draws a code as one path of bars on whole dots", () => {
  const rows = [
    [true, true, false],
    [false, false, true],
  ];
  const item = { kind: "modules", x: 10, y: 20, dotsPerModule: 6, rows } as const;
  const svg = ticketSvg({ widthDots: 64, heightDots: 64, items: [item] });
  expect(svg).toContain('<path d="M10 20h12v6h-12zM22 26h6v6h-6z" shape-rendering="crispEdges"/>');
});
