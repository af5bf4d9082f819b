import { taxLabel } from "./tax-label"

describe("taxLabel", () => {
  it("B52: names the rate once, however the tax is called", () => {
    const label = (name: string, rate: string) => taxLabel({ name, rate }, `${rate}%`)
    expect(label("VAT", "19")).toBe("VAT 19%")
    expect(label("VAT 19 %", "19.00")).toBe("VAT 19 %")
    expect(label("TVA 8,1%", "8.1")).toBe("TVA 8,1%")
    expect(label("VAT 19%", "7")).toBe("VAT 19% 7%")
    expect(label("Tax of 2019", "19")).toBe("Tax of 2019 19%")
  })
})
