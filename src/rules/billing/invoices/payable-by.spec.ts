import { payableBy } from "./payable-by"

describe("B33, B35: the date by which an invoice is to be paid", () => {
  it.each([
    ["its due date", { issued_on: "2026-02-21", due_on: "2026-02-28" }, "2026-02-28"],
    ["the day itself", { issued_on: "2026-02-28", due_on: "2026-02-28" }, "2026-02-28"],
    ["the day of its issue, where it is issued late", { issued_on: "2026-03-15", due_on: "2026-02-28" }, "2026-03-15"],
  ])("%s", (_name, dates, expected) => {
    expect(payableBy(dates)).toBe(expected)
  })
})
