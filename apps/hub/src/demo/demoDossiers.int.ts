import { readFileSync } from "node:fs";
import { join } from "node:path";
import { CatalogueSchema, SettingsSchema } from "@luot/contract";
import { createAgencyIndex, isSameProcedure, parseDossierCode } from "@luot/dossier";
import { generateDossiers, type HoSo } from "@luot/simulators";
import { describe, expect, it } from "vitest";

const DEMO = join(import.meta.dirname, "../../demo");
const readJson = (name: string): unknown => JSON.parse(readFileSync(join(DEMO, name), "utf8"));

const { agencies, services } = SettingsSchema.parse(readJson("centre.json"));
const { procedures } = CatalogueSchema.parse(readJson("catalogue.json"));
const index = createAgencyIndex(agencies);
const now = Date.parse("2026-11-24T10:00:00+07:00");
const dossiers = [...generateDossiers(20, 2_000, { now, historyDays: 75, mark: "" })];

/** The agency whose identifier a dossier's code carries. */
const agencyOf = ({ MaHoSo }: HoSo): string | null =>
  index.find(parseDossierCode(MaHoSo)?.agency ?? null);

describe("the demonstration's dossiers", () => {
  it("carry the identifier of the agency that they name, or both are of nobody here", () => {
    const idOf = new Map(agencies.map(({ id, name }) => [`${name.vi} (dữ liệu thử)`, id]));
    const wrong = dossiers.filter((one) => agencyOf(one) !== (idOf.get(one.DonViXuLy) ?? null));
    expect(wrong.map(({ MaHoSo, DonViXuLy }) => `${MaHoSo} ${DonViXuLy}`)).toEqual([]);
  });

  it("are of at least 14 agencies of the centre, and a few of another one", () => {
    const known = dossiers.filter((one) => agencyOf(one) !== null);
    expect(new Set(known.map(agencyOf)).size).toBeGreaterThanOrEqual(14);
    const share = 1 - known.length / dossiers.length;
    expect(share).toBeGreaterThan(0.01);
    expect(share).toBeLessThan(0.07);
  });

  it("go to the agency that the catalogue sends their procedure to", () => {
    const agencyIds = new Map(services.map(({ id, agencyId }) => [id, agencyId]));
    const pairs = new Map(dossiers.map((one) => [`${one.MaTTHC} ${agencyOf(one)}`, one]));
    for (const one of pairs.values()) {
      const listed = procedures.find(({ code }) => isSameProcedure(code, one.MaTTHC));
      const agencyId = agencyIds.get(listed?.serviceId ?? "") ?? null;
      expect([one.MaTTHC, agencyId]).toEqual([one.MaTTHC, agencyOf(one)]);
    }
  });

  it("have codes of the old form, of the new one, and of a commune's own unit", () => {
    const forms = dossiers.map(({ MaHoSo }) => parseDossierCode(MaHoSo));
    expect(new Set(forms.map((code) => code?.agencyForm))).toEqual(new Set(["old", "new"]));
    const central = forms.filter((code) => code?.agency === "H56.101.07");
    expect(central.length).toBeGreaterThan(0);
    expect(central.filter((code) => !/^01\d{4}$/.test(code?.tail ?? ""))).toEqual([]);
  });
});
