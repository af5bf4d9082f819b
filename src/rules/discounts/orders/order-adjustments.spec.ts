import { isSameAdjustments } from "./is-same-adjustments"
import {
  adjustmentsOf,
  restOf,
  splitAdjustments,
  withDiscounts,
  withStoredPromotions,
  type OrderAdjustmentFacts,
  type OrderLineFacts,
} from "./order-adjustments"

const PROVIDER = "service-commerce-discount"

const adjustment = (more: Partial<OrderAdjustmentFacts>): OrderAdjustmentFacts => ({
  item_id: "ordli_a",
  amount: "1",
  is_tax_inclusive: false,
  description: null,
  code: null,
  promotion_id: null,
  provider_id: null,
  ...more,
})
/** Two at 10.00, with 25 % of tax. */
const item = (adjustments: OrderAdjustmentFacts[]): OrderLineFacts => ({
  id: "ordli_a",
  price: "20",
  isTaxInclusive: false,
  taxRate: "25",
  adjustments,
})
const ours = adjustment({ amount: "3", description: "Tiers", provider_id: PROVIDER })
const promotion = adjustment({ amount: "20", code: "HALF", promotion_id: "promo_1" })
const split = (one: OrderLineFacts, names: string[] = []) =>
  splitAdjustments([one], { provider: PROVIDER, names: new Set(names) })
const said = (list: OrderAdjustmentFacts[]) =>
  list.map(({ description, code, amount }) => [description ?? code, amount])

describe("splitAdjustments", () => {
  it("D21: recognizes ours by provider id, and without it by the name of a discount", () => {
    const unmarked = adjustment({ amount: "3", description: "Tiers" })
    const other = adjustment({ description: "Loyalty" })
    const [marked] = split(item([ours, promotion, other]))
    expect([marked?.others, marked?.ours, marked?.promotions].map((list) => said(list ?? []))).toEqual([
      [["Loyalty", "1"]],
      [["Tiers", "3"]],
      [["HALF", "20"]],
    ])
    expect(split(item([unmarked]), ["Tiers"])[0]?.ours).toMatchObject([{ provider_id: "service-commerce-discount" }])
    expect(split(item([unmarked]))[0]?.ours).toEqual([])
  })

  it("never takes more than a line's price for others", () => {
    const [line] = split(item([adjustment({ amount: "30", description: "Gone" })]))
    expect(said(line?.others ?? [])).toEqual([["Gone", "20"]])
  })
})

describe("withStoredPromotions", () => {
  const capped = (one: OrderLineFacts) => split(one).map(withStoredPromotions).flatMap(adjustmentsOf)

  it("D19: a promotion that was worth more is capped to what is left", () => {
    expect(said(capped(item([ours, promotion])))).toEqual([
      ["Tiers", "3"],
      ["HALF", "17"],
    ])
  })

  it("D15, D19: whichever of both has tax in it", () => {
    // 20.00 with 25 % of tax are 25.00: a promotion of 25.00 with tax fits, one of 30.00 does not.
    const taxed = (amount: string) => ({ ...promotion, amount, is_tax_inclusive: true })
    expect(capped(item([taxed("25")]))).toMatchObject([{ amount: "25", is_tax_inclusive: true }])
    expect(capped(item([taxed("30")]))).toMatchObject([{ amount: "20", is_tax_inclusive: false }])
    const [line] = split(item([{ ...ours, is_tax_inclusive: true, amount: "5" }]))
    expect(line && restOf(line)).toBe("16")
  })

  it("leaves out a promotion when nothing is left", () => {
    expect(said(capped(item([{ ...ours, amount: "20" }, promotion])))).toEqual([["Tiers", "20"]])
  })
})

describe("withDiscounts", () => {
  const plan = { lines: [] }

  it("D21: evaluated lines have the plan's discounts and no others; the rest keep theirs", () => {
    const lines = split(item([ours]))
    const given = (isEvaluated: boolean) =>
      withDiscounts(lines, plan, { isEvaluated: () => isEvaluated, provider: PROVIDER, hasCodes: false }).map((one) =>
        said(one.ours),
      )
    expect(given(true)).toEqual([[]])
    expect(given(false)).toEqual([[["Tiers", "3"]]])
  })
})

describe("isSameAdjustments", () => {
  it("compares amounts and names, but not the provider id, which an edit drops, nor the order", () => {
    const [line] = split(item([ours, promotion]))
    const wanted = line ? adjustmentsOf(line) : []
    expect(isSameAdjustments(wanted, [promotion, { ...ours, provider_id: null, amount: "3.00" }])).toBe(true)
    expect(isSameAdjustments(wanted, [promotion, { ...ours, amount: "3.01" }])).toBe(false)
    expect(isSameAdjustments(wanted, [promotion])).toBe(false)
    expect(isSameAdjustments([], [])).toBe(true)
  })

  it("D19: does not mind the digits of a third beyond those that are stored", () => {
    const third = (amount: string) => [adjustment({ amount })]
    expect(isSameAdjustments(third("3.3333333333333"), third("3.33333333333333333333"))).toBe(true)
  })
})
