import { holdsUp, type LineAmongOthers } from "./holds-up"

const line = (facts: Partial<LineAmongOthers>): boolean =>
  holdsUp({ type: "digital", isCharge: false, isDelivery: false, contents: [], ...facts })

describe("H4: which lines a sale waits for", () => {
  it("waits for what was sold, and for no fee and no delivery", () => {
    expect(line({})).toBe(true)
    expect(line({ isCharge: true })).toBe(false)
    expect(line({ isCharge: true, type: "simple" })).toBe(true)
    expect(line({ isDelivery: true, type: "simple" })).toBe(false)
  })

  it("waits for a package's contents, and for the package where some of them are delivered with it", () => {
    expect(line({ contents: ["simple", "booking"] })).toBe(false)
    expect(line({ contents: ["simple", "digital"] })).toBe(true)
    expect(line({ type: "simple", contents: ["simple"] })).toBe(true)
  })
})
