import type { BilledItem } from "../renewals/renewal-order"
import type { NewTerms } from "./changed-subscription"
import { termsOnTheDay } from "./terms-on-the-day"

const LOYALTY = { name: "Loyalty discount" }

const item = (changes: Partial<BilledItem> = {}): BilledItem => ({
  ...{ id: "bsi_1", kind: "product", parent_id: null, is_hidden: false, is_listed: true, position: 0 },
  ...{ line_record_id: null, quantity: 1, product_id: "prod_1", variant_id: "variant_1", title: "Basic" },
  ...{ unit_price: "10", is_tax_inclusive: false, snapshot: {}, discounts: [] },
  ...changes,
})

const terms = (changes: Partial<NewTerms["item"]> = {}): NewTerms => ({
  item: {
    ...{ offer_id: "boff_1", cycle_id: "bcyc_1", product_id: "prod_1", variant_id: "variant_1", quantity: 2 },
    ...{ title: "Basic", unit_price: "10", is_tax_inclusive: false, snapshot: {}, discounts: [] },
    ...changes,
  },
  payment_type: "recurring",
  interval: { unit: "month", count: 1 },
  collection_method: "charge_automatically",
})

describe("termsOnTheDay", () => {
  it("B28, B23: what was given off meanwhile is given off more units, too, at the price that was agreed meanwhile", () => {
    const now = termsOnTheDay(terms(), [item({ discounts: [LOYALTY], unit_price: "12" })], () => [])
    expect(now.item).toMatchObject({ quantity: 2, unit_price: "12", discounts: [LOYALTY] })
  })

  it("B28: another cycle has its own price, and of the discounts what goes on", () => {
    const to = terms({ variant_id: "variant_2", unit_price: "100", discounts: [{ name: "As decided" }] })
    const keep = jest.fn(() => [LOYALTY])
    const now = termsOnTheDay(to, [item({ discounts: [LOYALTY] })], keep)
    expect(now.item).toMatchObject({ unit_price: "100", discounts: [LOYALTY] })
    expect(keep).toHaveBeenCalledWith([LOYALTY], to.item)
    expect(termsOnTheDay(to, [item()], keep).item.discounts).toEqual([])
  })

  it("S3: options that stay have the discounts that they have by then", () => {
    const options = ["bsi_2", "bsi_3"].map((id) => ({ id, key: id, title: id, unit_price: "1", discounts: [] }))
    const items = [item(), item({ id: "bsi_2", kind: "option", parent_id: "bsi_1", discounts: [LOYALTY] })]
    const now = termsOnTheDay({ ...terms(), options }, items, () => [])
    expect(now.options?.map(({ discounts }) => discounts)).toEqual([[LOYALTY], []])
  })
})
