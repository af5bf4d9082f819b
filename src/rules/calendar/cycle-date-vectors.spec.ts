import vectors from "../../../integration-tests/vectors/cycle-dates.json"
import { cycleDate, type Interval } from "."

describe("the shared cycle dates", () => {
  it.each(vectors)("$source: $anchor every $interval.count $interval.unit", ({ anchor, interval, dates }) => {
    expect(dates.map((_, n) => cycleDate(anchor, interval as Interval, n))).toEqual(dates)
  })
})
