import { discountState, type DiscountStateFacts } from "./discount-state"

const TODAY = "2026-11-29"
const always = { isLimited: false, startsOn: null, endsOn: null }
const days = (startsOn: string | null, endsOn: string | null) => ({ isLimited: true, startsOn, endsOn })

const stateOf = (changes: Partial<DiscountStateFacts> = {}) =>
  discountState(
    {
      isActive: true,
      isFeatureOff: false,
      groups: ["everyone"],
      knownGroups: new Set(),
      usage: { limit: null, used: 0 },
      values: ["15"],
      periods: [always],
      ...changes,
    },
    TODAY,
  )

describe("how a discount stands", () => {
  it("D10: is on where it can be given today, and off where somebody switched it off", () => {
    expect(stateOf()).toBe("on")
    expect(stateOf({ isActive: false, usage: { limit: 1, used: 1 } })).toBe("off")
  })

  it("D10: is not on while article discounts are switched off as a whole", () => {
    expect(stateOf({ isFeatureOff: true })).toBe("feature_off")
  })

  it("D12: has ended when its last day is over, and not a day before", () => {
    expect(stateOf({ periods: [days(null, "2026-11-28")] })).toBe("ended")
    expect(stateOf({ periods: [days(null, TODAY)] })).toBe("on")
    expect(stateOf({ periods: [days("2026-12-01", null)] })).toBe("not_yet")
    expect(stateOf({ periods: [days(null, "2026-11-28"), days("2026-12-01", null)] })).toBe("not_yet")
    expect(stateOf({ periods: [days(null, "2026-11-28"), always] })).toBe("on")
  })

  it("D12: is on for nothing where it is assigned to nothing", () => {
    expect(stateOf({ periods: [] })).toBe("not_assigned")
  })

  it("D16: is for no one without a group, or with groups that are gone", () => {
    expect(stateOf({ groups: [] })).toBe("no_group")
    expect(stateOf({ groups: ["cusgroup_gone"] })).toBe("group_gone")
    expect(stateOf({ groups: ["cusgroup_gone", "cusgroup_1"], knownGroups: new Set(["cusgroup_1"]) })).toBe("on")
  })

  it("D24: is used up when its limit is reached", () => {
    expect(stateOf({ usage: { limit: 100, used: 99 } })).toBe("on")
    expect(stateOf({ usage: { limit: 100, used: 100 } })).toBe("used_up")
  })

  it("D13: gives nothing with 0 %, or without a rule", () => {
    expect(stateOf({ values: ["0", "0.00"] })).toBe("gives_nothing")
    expect(stateOf({ values: [] })).toBe("gives_nothing")
    expect(stateOf({ values: ["0", "5"] })).toBe("on")
  })
})
