import { atOnceProblem, notAllowed } from "./change-limits"

const FROM = { product_id: "prod_a", cycle_id: "bcyc_month", quantity: 1 }
const FINE = { isGoods: false, isBilled: true, hasInvoice: true, isSameTaxKind: true }
const AT_ONCE = {
  ...({ kind: "restart", on: "2026-03-15", period: { start: "2026-03-15", end: "2026-04-15" } } as const),
  ...{ credit: "10", charge: "20", due: "10", toBalance: "0" },
}

describe("what a customer may change (B25)", () => {
  it("is what the merchant allows, and says which field is not", () => {
    expect(notAllowed(FROM, { ...FROM, quantity: 2 }, ["quantity"])).toBeNull()
    expect(notAllowed(FROM, { ...FROM, quantity: 2 }, ["cycle"])).toMatchObject({ field: "quantity" })
    expect(notAllowed(FROM, { ...FROM, cycle_id: "bcyc_year" }, ["quantity"])?.reason).toContain("cycle")
    expect(notAllowed(FROM, { ...FROM, product_id: "prod_b", cycle_id: "bcyc_b" }, ["cycle"])?.reason).toContain(
      "product",
    )
    expect(notAllowed(FROM, { product_id: "prod_b", cycle_id: "bcyc_b", quantity: 1 }, ["product"])).toBeNull()
  })
})

describe("a change at once (B25)", () => {
  it("is made of a service that was billed by an invoice, at prices of one kind", () => {
    expect(atOnceProblem(AT_ONCE, FINE)).toBeNull()
  })

  it.each([
    [{ isGoods: true }, "Goods"],
    [{ hasInvoice: false }, "no invoice"],
    [{ isSameTaxKind: false }, "tax in it"],
  ])("waits for the period's end with %j", (fact, word) => {
    const problem = atOnceProblem(AT_ONCE, { ...FINE, ...fact })
    expect(problem).toMatchObject({ kind: "refuse", field: "when" })
    expect(JSON.stringify(problem)).toContain(word)
  })

  it("needs no invoice where nothing was billed", () => {
    expect(atOnceProblem(AT_ONCE, { ...FINE, isBilled: false, hasInvoice: false, isSameTaxKind: false })).toBeNull()
  })

  it("is not asked about a change that waits anyway", () => {
    const later = { kind: "refuse", field: "when", reason: "x" } as const
    expect(atOnceProblem(later, { ...FINE, isGoods: true })).toBeNull()
  })
})
