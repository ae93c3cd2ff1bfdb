import type { Catalogue, CatalogueProcedure } from "@luot/contract";

/** A procedure with a line of {@link aCentre}, papers, a fee, a time and a portal. */
export function aProcedure(change: Partial<CatalogueProcedure>): CatalogueProcedure {
  return {
    code: "1.001193",
    name: "Thủ tục đăng ký khai sinh",
    serviceId: "a-submit",
    field: "Hộ tịch",
    papers: ["Tờ khai đăng ký khai sinh", "Giấy chứng sinh"],
    fee: 8_000,
    time: { count: 5, unit: "working_day" },
    portal: "https://dichvucong.gov.vn/",
    isCommon: true,
    isDemo: false,
    ...change,
  };
}

/** Some procedures; eight of them extend a licence, so that they need two pages. */
export function aCatalogue(change: Partial<Catalogue>): Catalogue {
  return {
    asOf: "2025-11-20",
    procedures: [
      aProcedure({}),
      aProcedure({ code: "1.000894", name: "Thủ tục đăng ký kết hôn" }),
      aProcedure({ code: "1.009994", name: "Cấp giấy phép xây dựng", isCommon: false }),
      ...Array.from({ length: 8 }, (_, at) =>
        aProcedure({ code: `2.00010${at}`, name: `Gia hạn chứng chỉ loại ${at}`, isCommon: false }),
      ),
    ],
    synonyms: { "giấy chào đời": "khai sinh" },
    ...change,
  };
}
