import { QUICK_ORDER_TEXTS } from "./quick-order-texts"

describe("the texts of quick-order pages", () => {
  it.each([
    [1, "day", "every day", "chaque jour"],
    [2, "day", "every 2 days", "tous les 2 jours"],
    [3, "week", "every 3 weeks", "toutes les 3 semaines"],
    [6, "month", "every 6 months", "tous les 6 mois"],
    [1, "year", "every year", "chaque an"],
  ] as const)("C21: %i %s in English and French", (count, unit, en, fr) => {
    expect([QUICK_ORDER_TEXTS.en.every(count, unit), QUICK_ORDER_TEXTS.fr.every(count, unit)]).toEqual([en, fr])
  })

  it("C21: nothing is one in French, and many in English", () => {
    const found = [0, 1, 2].map((count) => [QUICK_ORDER_TEXTS.en.found(count), QUICK_ORDER_TEXTS.fr.found(count)])
    expect(found).toEqual([
      ["0 articles", "0 article"],
      ["1 article", "1 article"],
      ["2 articles", "2 articles"],
    ])
  })
})
