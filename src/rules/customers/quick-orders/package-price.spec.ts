import { packagePrice } from "./package-price"

it("C21, D25: a package costs what its contents do, rounded, less the customer's percentage, which is rounded as on the order", () => {
  expect(packagePrice({ total: "6.934", percent: null, currency: "eur" })).toEqual({
    listPrice: "6.93",
    yourPrice: "6.93",
  })
  expect(packagePrice({ total: "6.93", percent: "15", currency: "eur" })).toEqual({
    listPrice: "6.93",
    yourPrice: "5.89",
  })
  expect(packagePrice({ total: "999.5", percent: "33.33", currency: "jpy" })).toEqual({
    listPrice: "1000",
    yourPrice: "667",
  })
  // 2.235 is 2.24 off.
  expect(packagePrice({ total: "14.9", percent: "15", currency: "eur" }).yourPrice).toBe("12.66")
})
