import { isCurrency, minorUnits } from "."

describe("minor units", () => {
  it.each([
    ["eur", 2],
    ["EUR", 2],
    ["jpy", 0],
    ["kwd", 3],
    ["chf", 2],
    ["clf", 4],
    ["huf", 2],
    ["idr", 2],
    ["cop", 2],
    ["isk", 0],
    ["xpf", 0],
    ["uyw", 4],
  ])("%s has %i digits by ISO 4217, whatever the ICU version says", (currency, digits) => {
    expect(minorUnits(currency)).toBe(digits)
  })

  it.each(["", "eu", "euro", "xxx", "zzz", "constructor"])("refuses %p, which is no currency", (currency) => {
    expect(isCurrency(currency)).toBe(false)
    expect(() => minorUnits(currency)).toThrow(/is not a known currency/)
  })
})
