import { decideQuote, type QuoteFacts } from "./decide-quote"

const facts = (
  request: Partial<QuoteFacts["request"]> = {},
  wanted: Partial<QuoteFacts["wanted"]> = {},
): QuoteFacts => ({
  request: { status: "open", product_id: "prod_1", variant_id: "variant_1", quantity: 2, ...request },
  wanted: { unit_price: "99.90", ...wanted },
  currencyCode: "eur",
  variantIds: ["variant_1", "variant_2"],
  isPricedByContents: false,
})

describe("decideQuote", () => {
  it("B11: quotes what was asked for, or what the admin says", () => {
    expect(decideQuote(facts())).toEqual({ kind: "quote", variantId: "variant_1", quantity: 2, unitPrice: "99.90" })
    expect(decideQuote(facts({ variant_id: null }, { variant_id: "variant_2", quantity: 5 }))).toEqual({
      kind: "quote",
      variantId: "variant_2",
      quantity: 5,
      unitPrice: "99.90",
    })
    expect(decideQuote({ ...facts({ variant_id: null }), variantIds: ["variant_1"] })).toMatchObject({ kind: "quote" })
  })

  it("B11: what was quoted is not quoted again", () => {
    expect(decideQuote(facts({ status: "quoted" }))).toEqual({ kind: "quoted" })
  })

  it.each([
    ["closed", facts({ status: "closed" }), "id", "is closed already"],
    ["no variant", facts({ variant_id: null }), "variant_id", "is required: the request names none"],
    ["another's", facts({}, { variant_id: "variant_9" }), "variant_id", "is none of the product that is asked for"],
    ["too fine", facts({}, { unit_price: "1.005" }), "unit_price", "takes at most 2 decimals in EUR"],
    ["zero", facts({}, { unit_price: "0" }), "unit_price", "must not be zero"],
    ["below zero", facts({}, { unit_price: "-1" }), "unit_price", "must not be negative"],
    [
      "a package priced by its contents (P8)",
      { ...facts(), isPricedByContents: true },
      "unit_price",
      "its contents make its price: make a draft order of it, and close the request",
    ],
  ])("B11: refuses: %s", (_name, given, field, reason) => {
    expect(decideQuote(given)).toEqual({ kind: "refuse", field, reason })
  })
})
