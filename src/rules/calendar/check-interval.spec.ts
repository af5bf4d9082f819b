import { checkInterval } from "."

describe("checkInterval", () => {
  it.each([
    ["month", 1],
    ["day", 36_500],
    ["week", 5_200],
    ["month", 1_200],
    ["year", 100],
  ])("takes %s × %d", (unit, count) => {
    expect(checkInterval({ unit, count })).toEqual({ ok: true, interval: { unit, count } })
  })

  it.each([
    [{ unit: "month", count: 0 }, /at least 1/],
    [{ unit: "month", count: -1 }, /at least 1/],
    [{ unit: "month", count: 1.5 }, /whole number/],
    [{ unit: "month", count: "1" }, /whole number/],
    [{ unit: "month", count: Number.NaN }, /whole number/],
    [{ unit: "month" }, /whole number/],
    [{ unit: "year", count: 1000 }, /100 years/],
    [{ unit: "month", count: 1_201 }, /100 years/],
    [{ unit: "week", count: 5_201 }, /100 years/],
    [{ unit: "day", count: 36_501 }, /100 years/],
    [{ unit: "fortnight", count: 1 }, /day, week, month or year/],
    [{ unit: "constructor", count: 1 }, /day, week, month or year/],
    [{}, /day, week, month or year/],
    [null, /day, week, month or year/],
  ])("refuses %j", (input, reason) => {
    expect(checkInterval(input)).toEqual({ ok: false, reason: expect.stringMatching(reason) as string })
  })
})
