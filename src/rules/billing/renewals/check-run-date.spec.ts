import { checkRunDate } from "./check-run-date"

describe("the date of a run", () => {
  it("B39: may be the store's date or one before it, never one that has not come", () => {
    expect(checkRunDate("2026-11-29", "2026-11-29")).toBeNull()
    expect(checkRunDate("2026-10-31", "2026-11-29")).toBeNull()
    expect(checkRunDate("2030-01-01", "2026-11-29")).toBe(
      "as_of: 2030-01-01 is after the store's date (2026-11-29); nothing is billed ahead of time",
    )
  })
})
