import { taxedAs } from "./taxed-as"

describe("taxedAs", () => {
  it("takes the tax out, adds it, or leaves the amount as it is", () => {
    const rate = { taxRate: "19" }
    expect(taxedAs("11.9", { ...rate, isTaxInclusive: true }, { isTaxInclusive: false })).toBe("10")
    expect(taxedAs("10", { ...rate, isTaxInclusive: false }, { isTaxInclusive: true })).toBe("11.9")
    expect(taxedAs("10.01", { ...rate, isTaxInclusive: true }, { isTaxInclusive: true })).toBe("10.01")
  })
})
