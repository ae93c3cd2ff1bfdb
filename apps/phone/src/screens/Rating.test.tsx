import { createI18n, type Language } from "@luot/i18n";
import type { HubClient, PhoneView } from "@luot/hub-client";
import { AppProviders } from "@luot/ui";
import { renderToString } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { HubProvider } from "../hub/HubContext.ts";
import { Rating } from "./Rating.tsx";

function shown(score: PhoneView["score"], isConnected: boolean, language: Language): string {
  // Nothing is sent while a page is only drawn.
  const hub = { subscribe: () => () => {}, getState: () => ({}) } as unknown as HubClient<"phone">;
  return renderToString(
    <AppProviders i18n={createI18n(language)}>
      <HubProvider hub={hub}>
        <Rating view={{ ticketId: "t", score }} isConnected={isConnected} />
      </HubProvider>
    </AppProviders>,
  );
}

describe("Rating", () => {
  it("asks with four words, each with a face, from the best to the worst", () => {
    const html = shown(null, true, "vi");
    const words = ["Rất hài lòng", "Hài lòng", "Bình thường", "Không hài lòng"];
    const places = words.map((word) => html.indexOf(`>${word}<`));
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(html.match(/<svg/g)).toHaveLength(4);
    expect(html).toContain("Xin đánh giá mức độ hài lòng");
  });

  it("can't be answered while the hub is not there", () => {
    expect(shown(null, false, "vi").match(/disabled=""/g)).toHaveLength(4);
    expect(shown(null, true, "vi")).not.toContain('disabled=""');
  });

  it("thanks whoever has answered, and asks no more", () => {
    const html = shown("satisfied", true, "en");
    expect(html).toContain("Thank you for your answer.");
    expect(html).toContain("Your answer: Satisfied");
    expect(html).not.toContain("rate-");
  });
});
