import { isSeenByPromotions } from "./line-changes"

describe("a change of a line", () => {
  it("is one for promotions to see, unless it only says whether Medusa may price the line anew", () => {
    expect(isSeenByPromotions({ id: "cali_1", isCustomPrice: false })).toBe(false)
    expect(isSeenByPromotions({ id: "cali_1", isCustomPrice: false, unitPrice: "2" })).toBe(true)
    expect(isSeenByPromotions({ id: "cali_1", title: "Mug" })).toBe(true)
    expect(isSeenByPromotions({ id: "cali_1", metadata: {} })).toBe(true)
  })
})
