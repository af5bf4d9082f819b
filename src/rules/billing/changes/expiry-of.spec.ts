import { dateInZone } from "../../calendar"
import { expiryOf } from "./expiry-of"

const monthly = { interval: { unit: "month", count: 1 } } as const

describe("expiryOf", () => {
  it("BI6: one cycle bought in New York at 23:00 on 27 February ends on 27 March there", () => {
    const anchorOn = dateInZone("2023-02-28T04:00:00Z", "America/New_York")
    expect(expiryOf({ anchorOn, anchorCycle: 0, ...monthly }, 1)).toBe("2023-03-27")
  })

  it("B5b: twelve months from the last of January end on the last of January", () => {
    expect(expiryOf({ anchorOn: "2026-01-31", anchorCycle: 0, ...monthly }, 12)).toBe("2027-01-31")
  })

  it("B5b: counts from where a late payment or a pause has moved the anchor", () => {
    expect(expiryOf({ anchorOn: "2026-03-10", anchorCycle: 2, ...monthly }, 12)).toBe("2027-01-10")
  })
})
