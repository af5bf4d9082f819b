import { checkDunningSettings } from "./check-dunning-settings"
import { DUNNING_DEFAULTS, type DunningSettings } from "./dunning-settings"

const check = (changes: Partial<DunningSettings>) =>
  checkDunningSettings({ ...DUNNING_DEFAULTS, ...changes }).map(({ field, code }) => [field, code])

const days = (count: number, from = 1): number[] => Array.from({ length: count }, (_, index) => index + from)

describe("checkDunningSettings", () => {
  it("B32, B33: takes the default, no retries at all, and steps that are turned off", () => {
    expect(check({})).toEqual([])
    expect(check({ retryAfterDays: [], suspendAfterDays: -1, terminateAfterDays: -1 })).toEqual([])
    expect(check({ suspendAfterDays: 0, terminateAfterDays: 0 })).toEqual([])
  })

  it("B32: refuses 21 tries in 30 days, the first one on the due date included", () => {
    expect(check({ retryAfterDays: days(19) })).toEqual([])
    expect(check({ retryAfterDays: days(20) })).toEqual([["retryAfterDays", "network_bounds"]])
    expect(check({ retryAfterDays: [...days(19), 30] })).toEqual([])
    expect(check({ retryAfterDays: days(21, 40) })).toEqual([["retryAfterDays", "network_bounds"]])
  })

  it.each([[[0]], [[1.5]], [[366]], [[Number.NaN]], [[-1]]])("refuses the days %j", (retryAfterDays) => {
    expect(check({ retryAfterDays })).toEqual([["retryAfterDays", "whole_days"]])
  })

  it("refuses days out of order, and a termination before the suspension", () => {
    expect(check({ retryAfterDays: [3, 1] })).toEqual([["retryAfterDays", "ascending"]])
    expect(check({ retryAfterDays: [3, 3] })).toEqual([["retryAfterDays", "ascending"]])
    expect(check({ suspendAfterDays: 5, terminateAfterDays: 4 })).toEqual([
      ["terminateAfterDays", "terminate_before_suspend"],
    ])
    expect(check({ suspendAfterDays: -2, terminateAfterDays: 0.5 })).toEqual([
      ["suspendAfterDays", "whole_days"],
      ["terminateAfterDays", "whole_days"],
    ])
  })
})
