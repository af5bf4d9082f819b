import { taxLabel } from "./tax-label"

describe("a tax on an invoice", () => {
  it.each([
    ["VAT 8.1 %", "8.1", "VAT 8.1 %"],
    ["TVA 8,1%", "8.1", "TVA 8,1%"],
    ["MwSt.", "19", "MwSt. 8.1%"],
    ["VAT 7 %", "8.1", "VAT 7 % 8.1%"],
    ["Tax 2027", "8.1", "Tax 2027 8.1%"],
  ])("%s of %s is written %s: the rate once", (name, rate, label) => {
    expect(taxLabel({ name, rate }, "8.1%")).toBe(label)
  })
})
