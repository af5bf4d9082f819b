import { withPackagePrices } from "./with-package-prices"

const line = (id: string, quantity: string, unitPrice: string) => ({ id, quantity, unitPrice })
const inPackage = new Map([
  ["chair", { packageLineId: "furniture" }],
  ["book", { packageLineId: "furniture" }],
  ["sound", { packageLineId: "party" }],
])

describe("withPackagePrices", () => {
  it("B27: a package costs what one of it costs with all that is in it; other lines stay", () => {
    const lines = [
      line("furniture", "2", "0"),
      line("chair", "4", "10"),
      line("book", "2", "2.50"),
      line("party", "1", "300"),
      line("sound", "1", "0"),
      line("mug", "3", "8"),
    ]
    expect(withPackagePrices(lines, inPackage).map(({ id, unitPrice }) => [id, Number(unitPrice)])).toEqual([
      ["furniture", 22.5],
      ["chair", 10],
      ["book", 2.5],
      ["party", 300],
      ["sound", 0],
      ["mug", 8],
    ])
  })

  it("law: an order without packages is what it was", () => {
    const lines = [line("mug", "3", "8"), line("web", "1", "9.90")]
    expect(withPackagePrices(lines, new Map())).toEqual(lines)
  })
})
