import { writeMoney } from "./write-money"

describe("an amount as a locale writes it", () => {
  it.each([
    ["1234.50", "huf", "HUF 1,234.50"],
    ["1234.5", "PKR", "PKR 1,234.50"],
    ["0.005", "iqd", "IQD 0.005"],
    ["35.581", "eur", "€35.58"],
    ["100", "jpy", "¥100"],
    ["1.234", "kwd", "KWD 1.234"],
    ["-5", "chf", "-CHF 5.00"],
  ])("%s %s", (amount, currency, expected) => {
    expect(writeMoney(amount, { currency, locale: "en-US" }).replace(/\s/g, " ")).toBe(expected)
  })

  it("a price that is finer than the minor unit has all of its digits, in the locale's own signs", () => {
    expect(writeMoney("0.005", { currency: "eur", locale: "fr-FR", isPrice: true }).replace(/\s/g, " ")).toBe("0,005 €")
    expect(writeMoney("9", { currency: "eur", locale: "en-GB", isPrice: true })).toBe("€9.00")
  })
})
