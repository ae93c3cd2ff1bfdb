import { describe, expect, it } from "vitest";
import { ListClient, type PageAnswer } from "./ListClient.ts";
import type { PullFault } from "./pullFault.ts";
import type { Result } from "@luot/kit";

function ask(pageSize: number, body: string): Promise<Result<PageAnswer, PullFault>> {
  const headers = { "content-type": "application/json" };
  const client = new ListClient({
    pull: {
      url: "http://127.0.0.1/DongBoHoSoMC",
      login: null,
      everyMinutes: 10,
      pageSize,
      timeoutMs: 20_000,
    },
    password: () => null,
    fetch: async () => new Response(body, { headers }),
    signal: new AbortController().signal,
  });
  return client.ask({ since: null, page: 1, etag: null });
}

const pageOf = (count: number): string => `{"data":[${Array(count).fill("{}").join(",")}]}`;

describe("ListClient", () => {
  it.each([
    [50, 150],
    [200, 400],
    [1_000, 2_000],
  ])(
    "asks for %d records and takes %d of a server that minds its own size, no more",
    async (asked, most) => {
      const taken = await ask(asked, pageOf(most));
      expect(taken.ok && taken.value.records?.length).toBe(most);
      const refused = await ask(asked, pageOf(most + 1));
      expect(refused).toMatchObject({ ok: false, error: { reason: "too_many_records" } });
    },
  );

  it("reads no page of more than 4 MiB", async () => {
    const text = "x".repeat(4 * 1024 * 1024);
    const refused = await ask(50, JSON.stringify({ data: [text] }));
    expect(refused).toMatchObject({ ok: false, error: { reason: "too_large" } });
  });
});
