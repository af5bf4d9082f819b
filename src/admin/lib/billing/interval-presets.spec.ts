import { INTERVAL_PRESETS, PRESET_NAMES, presetOf } from "./interval-presets"

describe("presetOf", () => {
  it("B5: knows every named cycle, and 12 months as a year", () => {
    expect(PRESET_NAMES.map((name) => presetOf(INTERVAL_PRESETS[name]))).toEqual(PRESET_NAMES)
    expect(presetOf({ unit: "month", count: 12 })).toBe("annual")
    expect(presetOf({ unit: "day", count: 7 })).toBe("weekly")
    expect(presetOf({ unit: "month", count: 18 })).toBe("custom")
  })
})
