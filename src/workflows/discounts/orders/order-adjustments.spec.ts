import {
  adjustmentsOf,
  isSame,
  restOf,
  splitByTaker,
  withPromotionsKept,
  type NewOrderAdjustment,
} from "./order-adjustments"
import type { OrderAdjustment, OrderItem, OrderState } from "./order-state"

const item = (adjustments: OrderAdjustment[], more: Partial<OrderItem> = {}): OrderItem => ({
  id: "ordli_a",
  title: "Mug",
  quantity: 2,
  unit_price: 10,
  is_tax_inclusive: false,
  tax_lines: [{ rate: 25 }],
  adjustments,
  ...more,
})
const state = (one: OrderItem): OrderState => ({
  order: {
    id: "order_a",
    version: 1,
    is_draft_order: false,
    status: "pending",
    currency_code: "eur",
    region_id: null,
    sales_channel_id: null,
    email: null,
    customer_id: null,
    items: [one],
  },
  change: null,
  items: [one],
})
const ours = { amount: 3, description: "Tiers", provider_id: "service-commerce-discount" }
const promotion = { amount: 20, code: "HALF", promotion_id: "promo_1" }
const split = (one: OrderItem, names: string[] = []) => splitByTaker(state(one), new Set(names))
const said = (list: NewOrderAdjustment[]) => list.map(({ description, code, amount }) => [description ?? code, amount])

describe("splitByTaker", () => {
  it("D21: tells ours by their mark, and without it by the name of a discount", () => {
    const unmarked = { amount: 3, description: "Tiers" }
    const other = { amount: 1, description: "Loyalty" }
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
    const [line] = split(item([{ amount: 30, description: "Gone" }]))
    expect(said(line?.others ?? [])).toEqual([["Gone", "20"]])
  })
})

describe("withPromotionsKept", () => {
  const kept = (one: OrderItem) => split(one).map(withPromotionsKept).flatMap(adjustmentsOf)

  it("D19: a promotion that was worth more is held to what is left", () => {
    expect(said(kept(item([ours, promotion])))).toEqual([
      ["Tiers", "3"],
      ["HALF", "17"],
    ])
  })

  it("D15, D19: whichever of both has tax in it", () => {
    // 20.00 with 25 % of tax are 25.00: a promotion of 25.00 with tax fits, one of 30.00 does not.
    const taxed = (amount: number) => ({ ...promotion, amount, is_tax_inclusive: true })
    expect(kept(item([taxed(25)]))).toMatchObject([{ amount: "25", is_tax_inclusive: true }])
    expect(kept(item([taxed(30)]))).toMatchObject([{ amount: "20", is_tax_inclusive: false }])
    const [line] = split(item([{ ...ours, is_tax_inclusive: true, amount: 5 }]))
    expect(line && restOf(line)).toBe("16")
  })

  it("leaves out one that nothing is left for", () => {
    expect(said(kept(item([{ ...ours, amount: 20 }, promotion])))).toEqual([["Tiers", "20"]])
  })
})

describe("isSame", () => {
  it("looks at amounts and words, not at the mark, which an edit drops, nor at the order", () => {
    const [line] = split(item([ours, promotion]))
    const wanted = line ? adjustmentsOf(line) : []
    expect(isSame(wanted, [promotion, { ...ours, provider_id: null, amount: "3.00" }])).toBe(true)
    expect(isSame(wanted, [promotion, { ...ours, amount: "3.01" }])).toBe(false)
    expect(isSame(wanted, [promotion])).toBe(false)
    expect(isSame([], undefined)).toBe(true)
  })
})
