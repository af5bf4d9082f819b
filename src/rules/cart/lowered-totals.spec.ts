import { loweredTotals } from "./lowered-totals"

describe("loweredTotals", () => {
  it("D19: takes a net amount off the net total, and with its tax off the gross one", () => {
    const totals = { subtotal: "100", originalTotal: "119" }
    expect(loweredTotals(totals, { taken: "10", taxRate: "19", isTaxInclusive: false })).toEqual({
      subtotal: "90",
      originalTotal: "107.1",
    })
  })

  it("D19: takes a gross amount off the gross total, and without its tax off the net one", () => {
    const totals = { subtotal: "100", originalTotal: "119" }
    expect(loweredTotals(totals, { taken: "11.90", taxRate: "19", isTaxInclusive: true })).toEqual({
      subtotal: "90",
      originalTotal: "107.1",
    })
  })

  it("leaves nothing in either where nothing is left in the line's own", () => {
    const totals = { subtotal: "8.40336134453781512605042016806723", originalTotal: "10" }
    expect(loweredTotals(totals, { taken: "10", taxRate: "19", isTaxInclusive: true })).toEqual({
      subtotal: "0",
      originalTotal: "0",
    })
  })
})
