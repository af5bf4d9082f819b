import fc from "fast-check"
import { checkAmount } from ".."
import { currencies, LAW, moneyIn } from "../../__tests__/arbitraries"

describe("checkAmount", () => {
  it.each([
    ["12.3", "eur", "12.30"],
    ["12.300", "eur", "12.30"],
    [12.3, "eur", "12.30"],
    [0.1, "eur", "0.10"],
    ["0", "eur", "0.00"],
    [-0, "eur", "0.00"],
    ["007", "jpy", "7"],
    ["1.234", "kwd", "1.234"],
    ["999999999999.99", "eur", "999999999999.99"],
  ])("takes %p in %s as %s", (input, currency, amount) => {
    expect(checkAmount(input, currency)).toEqual({ ok: true, amount })
  })

  it.each([
    ["-0.01", "eur", /negative/],
    [-5, "eur", /negative/],
    ["1.005", "eur", /at most 2 decimals in EUR/],
    [1e-7, "eur", /at most 2 decimals/],
    ["1.5", "jpy", /no decimals in JPY/],
    ["1.2345", "kwd", /at most 3 decimals/],
    ["1000000000000", "eur", /at most 12 digits/],
    [1e21, "eur", /at most 12 digits/],
    ["1e3", "eur", /decimal number/],
    ["1e999999999", "eur", /decimal number/],
    ["Infinity", "eur", /decimal number/],
    [Number.NaN, "eur", /decimal number/],
    [Number.POSITIVE_INFINITY, "eur", /decimal number/],
    ["1,50", "eur", /decimal number/],
    [" 1", "eur", /decimal number/],
    ["0x10", "eur", /decimal number/],
    ["", "eur", /decimal number/],
    [null, "eur", /decimal number/],
    [undefined, "eur", /decimal number/],
    [{}, "eur", /decimal number/],
    [["1"], "eur", /decimal number/],
    [10n, "eur", /decimal number/],
    ["9".repeat(1_000_000), "eur", /decimal number/],
    ["1", "xxx", /"xxx" is not a known currency/],
    ["1", "", /not a known currency/],
  ])("refuses %p in %s", (input, currency, reason) => {
    expect(checkAmount(input, currency)).toEqual({ ok: false, reason: expect.stringMatching(reason) as string })
  })

  it("law: what it takes, it takes again unchanged", () => {
    const money = currencies.chain((currency) => fc.tuple(fc.constant(currency), moneyIn(currency)))
    fc.assert(
      fc.property(money, ([currency, amount]) => {
        expect(checkAmount(amount, currency)).toEqual({ ok: true, amount })
      }),
      LAW,
    )
  })
})
