import { canonicalJson } from "../snapshots/canonical-json"
import { isSaleOfChain, type SaleInChain, type SaleToCheck } from "./check-sale"

const sale: SaleToCheck = {
  ...{ order_id: "order_1", status: "processing", is_effective: true, currency_code: "eur", sold_on: "2026-03-01" },
  ...{ total: "20.00", received: "20", refunded: "0" },
}
const sold = canonicalJson({
  ...{ credits: [], currency_code: "eur", order_id: "order_1", sold_on: "2026-03-01", total: "20", shipping: [] },
  lines: [
    {
      title: 'A "quoted","total":"7" title',
      options: { currency_code: "chf", order_id: "order_2", sold_on: "never", total: "7" },
    },
  ],
})
const chain: SaleInChain = { status: "processing", isEffective: true, received: "20", refunded: "0.00", sold }

describe("H8: a sale's own row", () => {
  it("says what its chain says, whatever its lines' options are called", () => {
    expect(isSaleOfChain(sale, chain)).toBe(true)
  })

  it.each([
    ["status", "closed"],
    ["is_effective", false],
    ["currency_code", "chf"],
    ["order_id", "order_2"],
    ["sold_on", "2026-03-02"],
    ["total", "21"],
    ["received", "0"],
    ["refunded", "1"],
  ])("is found changed by its %s", (name, value) => {
    expect(isSaleOfChain({ ...sale, [name]: value }, chain)).toBe(false)
  })

  it("is found changed where its chain says nothing of what was sold", () => {
    expect(isSaleOfChain(sale, { ...chain, sold: null })).toBe(false)
    expect(isSaleOfChain(sale, { ...chain, sold: "{}" })).toBe(false)
  })
})
