import fc from "fast-check"
import { findGaps } from "../../../rules/discounts"
import { rangePicture, stepOf } from "./range-picture"

const range = (min: string | null, max: string | null) => ({ min, max })
const shown = (ranges: { min: string | null; max: string | null }[], step: string) =>
  rangePicture(ranges, step).map(({ from, to, kind }) => [kind, Number(from), to === null ? null : Number(to)])

describe("the picture of ranges", () => {
  it("D2: a gap of 249.00 and 250.00 is drawn with the values that fall in it", () => {
    expect(shown([range(null, "249"), range("250", null)], "0.01")).toEqual([
      ["range", 0, 249],
      ["gap", 249.01, 249.99],
      ["range", 250, null],
    ])
  })

  it("D2: ranges that touch within a minor unit leave no gap", () => {
    expect(shown([range("100", "249.99"), range("250", "500")], "0.01")).toEqual([
      ["none", 0, 99.99],
      ["range", 100, 249.99],
      ["range", 250, 500],
      ["none", 500.01, null],
    ])
  })

  it("D2: both bounds belong to a range, so one value can be in two", () => {
    expect(shown([range("100", "250"), range("250", null)], "0.01")).toEqual([
      ["none", 0, 99.99],
      ["range", 100, 249.99],
      ["overlap", 250, 250],
      ["range", 250.01, null],
    ])
  })

  it("D13: quantities go in whole units", () => {
    expect(shown([range("6", "11"), range("14", null)], "1")).toEqual([
      ["none", 0, 5],
      ["range", 6, 11],
      ["gap", 12, 13],
      ["range", 14, null],
    ])
  })

  it("D2: its gaps are the rule's gaps", () => {
    const bound = fc.option(
      fc.integer({ min: 0, max: 60 }).map((tenths) => (tenths / 10).toFixed(2)),
      { nil: null },
    )
    const sound = fc
      .tuple(bound, bound)
      .filter(([min, max]) => min === null || max === null || Number(min) <= Number(max))
      .map(([min, max]) => range(min, max))
    fc.assert(
      fc.property(fc.array(sound, { minLength: 1, maxLength: 6 }), (ranges) => {
        const drawn = shown(ranges, "0.01").filter(([kind]) => kind === "gap")
        const found = findGaps(ranges, "eur", "amount").map(({ from, to }) => ["gap", Number(from), Number(to)])
        expect(drawn).toEqual(found)
      }),
    )
  })

  it("no range gives nothing anywhere", () => {
    expect(shown([], "1")).toEqual([["none", 0, null]])
  })

  it("the step is a currency's minor unit", () => {
    expect([0, 2, 3].map(stepOf)).toEqual(["1", "0.01", "0.001"])
  })
})
