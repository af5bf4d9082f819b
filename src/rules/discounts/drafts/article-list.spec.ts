import { amountsOf, traceOf, percent } from "../../__tests__/discount-answers"
import { articleDiscount, assignment, evaluatedLine } from "../../__tests__/discounts"

describe("an article's list", () => {
  it("D12: variant, product, collection, category, all articles, each by position and then by id; each discount at its first place", () => {
    const line = evaluatedLine({ collectionId: "col", categoryIds: ["cat1", "cat2"] })
    const at = (
      discountId: string,
      level: "variant" | "product" | "collection" | "category" | "all",
      targetId: string,
    ) => assignment({ discountId, level, targetId })
    const list = traceOf({
      lines: [line],
      discounts: ["a", "b", "c", "d", "e", "f", "g"].map((id) => percent(id, "1")),
      assignments: [
        { ...at("a", "category", "cat1"), position: 7 },
        { ...at("b", "category", "cat2"), position: 3 },
        at("c", "collection", "col"),
        { ...at("f", "product", "prod_1"), position: 2 },
        { ...at("e", "product", "prod_1"), position: 2 },
        at("d", "variant", "variant_1"),
        at("d", "product", "prod_1"),
        at("c", "category", "cat1"),
        at("g", "all", "all"),
        at("a", "all", "all"),
        at("gone", "product", "prod_1"),
        at("a", "product", "another"),
      ],
    })
    expect(list.map(({ discountId, level }) => `${level} ${discountId}`)).toEqual([
      "variant d",
      "product e",
      "product f",
      "collection c",
      "category b",
      "category a",
      "all g",
    ])
  })

  it.each([
    ["2026-03-28", "not_yet"],
    ["2026-03-29", null],
    ["2026-03-30", null],
    ["2026-03-31", "over"],
  ])("D12: the first and the last day are in the period: on %s %s", (asOf, reason) => {
    const period = { isLimited: true, startsOn: "2026-03-29", endsOn: "2026-03-30" }
    const facts = { asOf, discounts: [articleDiscount()], assignments: [assignment({ period })] }
    expect(traceOf(facts)[0]?.reason).toBe(reason)
  })

  it("D12: a day that is missing is open, and days count only where the duration is limited", () => {
    const on = (period: { isLimited: boolean; startsOn: string | null; endsOn: string | null }) =>
      amountsOf({ discounts: [articleDiscount()], assignments: [assignment({ period })] })[0]
    expect(on({ isLimited: true, startsOn: null, endsOn: "2026-06-15" })).toBe("10.00")
    expect(on({ isLimited: true, startsOn: "2026-06-15", endsOn: null })).toBe("10.00")
    expect(on({ isLimited: true, startsOn: null, endsOn: null })).toBe("10.00")
    expect(on({ isLimited: false, startsOn: "2030-01-01", endsOn: "2030-01-02" })).toBe("10.00")
  })
})
