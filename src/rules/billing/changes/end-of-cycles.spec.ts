import { dateInZone } from "../../calendar"
import { endOfCycles } from "./end-of-cycles"

describe("endOfCycles", () => {
  it("BI6: one cycle bought in New York at 23:00 on 27 February ends on 27 March there", () => {
    const anchorOn = dateInZone("2023-02-28T04:00:00Z", "America/New_York")
    expect(endOfCycles({ anchorOn, interval: { unit: "month", count: 1 }, cycles: 1 })).toBe("2023-03-27")
  })

  it("B5b: twelve months from the last of January end on the last of January", () => {
    const year = { anchorOn: "2026-01-31", interval: { unit: "month", count: 1 }, cycles: 12 } as const
    expect(endOfCycles(year)).toBe("2027-01-31")
    expect(() => endOfCycles({ ...year, cycles: 0 })).toThrow(RangeError)
  })
})
