import {
  articleDiscount,
  assigned,
  assignment,
  discountFacts,
  discountSettings,
  orderDiscount,
  rule,
  evaluatedLine,
} from "../../__tests__/discounts"
import { nextTiers, tiersOf, type DiscountFacts, type EvaluatedLine } from ".."

const tiers = articleDiscount({
  id: "t",
  name: "More for less",
  rules: [rule({ min: "3", max: "5", value: "10" }), rule({ min: "6", value: "15" })],
})

const shown = (changes: Partial<DiscountFacts>, line: Partial<EvaluatedLine> = {}) =>
  tiersOf(evaluatedLine(line), discountFacts({ lines: [], ...changes })).map(
    ({ min, value, unitPriceAfter }) => `${min ?? "any"}: ${value} -> ${unitPriceAfter}`,
  )

describe("tiersOf", () => {
  it("D23: shows from which quantity a unit costs how much", () => {
    expect(tiersOf(evaluatedLine(), discountFacts(assigned(tiers)))).toEqual([
      {
        ...{ discountId: "t", name: "More for less", trigger: "quantity", min: "3", max: "5" },
        ...{ mode: "percent", value: "10", per: "unit", unitPriceAfter: "90.00" },
      },
      {
        ...{ discountId: "t", name: "More for less", trigger: "quantity", min: "6", max: null },
        ...{ mode: "percent", value: "15", per: "unit", unitPriceAfter: "85.00" },
      },
    ])
  })

  it("DI2: a tier counts on the price of as many units as reach it", () => {
    const priceAt = (quantity: number) => (quantity >= 5 ? "80.00" : "100.00")
    const each = (of: Partial<DiscountFacts>) =>
      tiersOf(evaluatedLine(), discountFacts(of), priceAt).map(({ min, unitPriceAfter }) => [min, unitPriceAfter])
    expect(each(assigned(tiers))).toEqual([
      ["3", "90.00"],
      ["6", "68.00"],
    ])
    // 450.00 are five units of 100.00, but of 80.00 they are six.
    const amount = rule({ trigger: "amount", currencyCode: "eur", min: "450.00", value: "20" })
    expect(each(assigned(articleDiscount({ rules: [amount] })))).toEqual([["450.00", "64.00"]])
  })

  it("D16, D24: shows a visitor only what is for him, in force and not used up", () => {
    expect(shown(assigned({ ...tiers, groups: ["b2b"] }))).toEqual([])
    expect(shown({ ...assigned({ ...tiers, groups: ["b2b"] }), groups: ["b2b"] })).toHaveLength(2)
    const usage = { limit: 1, used: 1, limitPerCustomer: null, usedByCustomer: 0 }
    expect(shown(assigned({ ...tiers, usage }))).toEqual([])
    const period = { isLimited: true, startsOn: "2026-06-16", endsOn: null }
    expect(shown({ discounts: [tiers], assignments: [assignment({ discountId: "t", period })] })).toEqual([])
    expect(shown(assigned(tiers), { hasSpecialPrice: true })).toEqual([])
    expect(shown({ ...assigned(tiers), settings: discountSettings({ isAdvanced: false }) })).toEqual([])
  })

  it("D17: one that another discount keeps from applying is left out; cumulative ones are added up", () => {
    const exclusive = articleDiscount({ id: "e", type: "exclusive", rules: [rule({ min: "5", value: "40" })] })
    expect(shown(assigned(tiers, exclusive))).toEqual(["3: 10 -> 90.00", "5: 40 -> 60.00"])
    const base = articleDiscount({ id: "b", type: "cumulative", rules: [rule({ value: "20" })] })
    const more = articleDiscount({ id: "m", type: "cumulative", rules: [rule({ min: "2", value: "5" })] })
    expect(shown(assigned(more, base))).toEqual(["any: 20 -> 80.00", "2: 5 -> 75.00"])
  })

  it("an amount is reached by whole units; what counts once has no price per unit; nothing is no tier", () => {
    const amount = { trigger: "amount", currencyCode: "eur" } as const
    expect(shown(assigned(articleDiscount({ rules: [rule({ ...amount, min: "250.00", value: "20" })] })))).toEqual([
      "250.00: 20 -> 80.00",
    ])
    const once = rule({ mode: "fixed", per: "article", value: "5", currencyCode: "eur" })
    expect(shown(assigned(articleDiscount({ rules: [once] })))).toEqual(["any: 5 -> null"])
    expect(shown(assigned(articleDiscount({ rules: [rule({ value: "0" })] })))).toEqual([])
    expect(shown({ ...assigned(articleDiscount({ rules: [once] })), currencyCode: "chf" })).toEqual([])
  })
})

describe("nextTiers", () => {
  const next = (changes: Partial<DiscountFacts>) => nextTiers(discountFacts(changes))

  it("D23: what another variant of the product gets already does not hide the step", () => {
    const facts = {
      lines: [
        evaluatedLine({ id: "a", variantId: "a", unitPrice: "10.00" }),
        evaluatedLine({ id: "b", variantId: "b", unitPrice: "100.00" }),
      ],
      discounts: [
        articleDiscount({ id: "tenth", rules: [rule({ min: "2", value: "10" })] }),
        articleDiscount({ id: "half", rules: [rule({ value: "50" })] }),
      ],
      assignments: [
        assignment({ discountId: "tenth", level: "variant", targetId: "a" }),
        assignment({ discountId: "half", level: "variant", targetId: "b" }),
      ],
    }
    expect(next(facts)).toMatchObject([{ lineId: "a", missing: { trigger: "quantity", value: "1" }, gain: "2" }])
  })

  it("D23: add 2 more to reach the next tier, and what that gains", () => {
    const lines = [evaluatedLine({ quantity: 4 })]
    expect(next({ ...assigned(tiers), lines })).toEqual([
      {
        lineId: "line_1",
        variantId: "variant_1",
        missing: { trigger: "quantity", value: "2" },
        // 15 % of 600 instead of 10 % of 400.
        gain: "50",
        name: "More for less",
      },
    ])
    expect(next({ ...assigned(tiers), lines: [evaluatedLine({ quantity: 6 })] })).toEqual([])
  })

  it("D13: variants that count together give one tier, others one each", () => {
    const lines = [
      evaluatedLine({ id: "a", variantId: "a" }),
      evaluatedLine({ id: "b", variantId: "b" }),
      evaluatedLine({ id: "c", kind: "dependent" }),
      evaluatedLine({ id: "d", variantId: "d", productId: "p2" }),
    ]
    const both = [assignment({ discountId: "t" }), assignment({ discountId: "t", targetId: "p2" })]
    expect(
      next({ discounts: [tiers], assignments: both, lines }).map(({ lineId, missing }) => [lineId, missing.value]),
    ).toEqual([
      ["a", "1"],
      ["d", "2"],
    ])
  })

  it("D13, D23: of a package more are to be added, its parts with it, and of no part alone", () => {
    const pack = evaluatedLine({ id: "pack", kind: "bundle", variantId: "pack", productId: "pack", unitPrice: "0" })
    const parts = [
      evaluatedLine({ id: "a", bundleId: "pack", quantity: 2 }),
      evaluatedLine({ id: "b", productId: "b" }),
    ]
    const lines = [pack, ...parts.map((part) => ({ ...part, bundleId: "pack" }))]
    const two = articleDiscount({ id: "two", rules: [rule({ min: "2", value: "10" })] })
    const six = articleDiscount({ id: "six", rules: [rule({ min: "6", value: "50" })] })
    const assignments = [
      assignment({ discountId: "two", targetId: "pack" }),
      assignment({ discountId: "six", targetId: "prod_1" }),
    ]
    expect(next({ lines, discounts: [two, six], assignments })).toMatchObject([
      { lineId: "pack", missing: { trigger: "quantity", value: "1" }, gain: "60", name: "two" },
    ])
  })

  it("leaves out a step that gains nothing, and one that is not for the visitor", () => {
    const exclusive = articleDiscount({ id: "e", type: "exclusive", rules: [rule({ value: "40" })] })
    expect(next(assigned(tiers, exclusive))).toEqual([])
    expect(next(assigned({ ...tiers, groups: [] }))).toEqual([])
    expect(next({ ...assigned(tiers), lines: [evaluatedLine({ isDiscountable: false })] })).toEqual([])
  })

  it("a missing amount is shown as an amount", () => {
    const rules = [rule({ trigger: "amount", min: "250.00", value: "10", currencyCode: "eur" })]
    expect(next(assigned(articleDiscount({ rules })))[0]).toMatchObject({
      missing: { trigger: "amount", value: "150.00" },
      gain: "30",
    })
  })

  it("D1, D23: the order discount's next range, by what is missing without tax, as it would be on what is there", () => {
    const ranges = [
      { currencyCode: "eur", min: "50.00", max: "249.99", percent: "5" },
      { currencyCode: "eur", min: "250.00", max: null, percent: "10" },
      { currencyCode: "chf", min: "120.00", max: null, percent: "50" },
    ]
    const lines = [evaluatedLine({ isEligible: true })]
    expect(next({ lines, orderDiscounts: [orderDiscount({ ranges })] })).toEqual([
      { lineId: null, variantId: null, missing: { trigger: "amount", value: "150" }, gain: "5", name: "dord_1" },
    ])
    expect(next({ lines: [evaluatedLine()], orderDiscounts: [orderDiscount({ ranges })] })).toEqual([])
    expect(next({ lines, orderDiscounts: [orderDiscount({ ranges, groups: [] })] })).toEqual([])
  })
})
