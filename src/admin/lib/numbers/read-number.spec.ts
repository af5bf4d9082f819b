import fc from "fast-check"
import { readNumber } from "./read-number"
import { writeNumber } from "./write-number"

const read = (text: string, locale: string): string => {
  const answer = readNumber(text, locale)
  return answer.kind === "number"
    ? answer.value
    : answer.kind === "ambiguous"
      ? answer.readings.join(" or ")
      : answer.kind
}

describe("a number that somebody types", () => {
  it.each([
    // English: a comma groups, a point divides.
    ["en", "1,000", "1000"],
    ["en", "1,000.50", "1000.50"],
    ["en", "1,234,567", "1234567"],
    ["en", "12.50", "12.50"],
    ["en", ".5", "0.5"],
    ["en", "12,5", "125 or 12.5"],
    ["en", "1,00", "100 or 1.00"],
    ["en", "1.000,50", "not_a_number"],
    // French: a space groups, a comma divides; a point is not a sign of French.
    ["fr", "1 000", "1000"],
    ["fr", "1\u202f000,50", "1000.50"],
    ["fr", "1\u00a0234\u00a0567", "1234567"],
    ["fr", "12,5", "12.5"],
    ["fr", "1,000", "1.000"],
    ["fr", "1.000", "1000 or 1.000"],
    ["fr", "12.5", "12.5"],
    ["fr", "1.234.567", "1234567"],
    // German: a point groups, a comma divides.
    ["de", "1.000", "1000"],
    ["de", "1.000,50", "1000.50"],
    ["de", "12,50", "12.50"],
    ["de", "12.50", "1250 or 12.50"],
    ["de", "1,234.50", "not_a_number"],
    // Swiss German: an apostrophe groups, a point divides.
    ["de-CH", "1’000", "1000"],
    ["de-CH", "1'000.50", "1000.50"],
    ["de-CH", "12.50", "12.50"],
    ["de-CH", "12,5", "12.5"],
    ["de-CH", "1,000", "1000 or 1.000"],
    // French-speaking Switzerland: a space groups, a comma divides.
    ["fr-CH", "1 000,50", "1000.50"],
    ["fr-CH", "1'000.50", "1000.50"],
    // India groups by two after the first three.
    ["en-IN", "12,34,567.50", "1234567.50"],
    // Arabic and Persian have signs of their own; digits are 0 to 9.
    ["ar", "1234", "1234"],
    ["fa", "12.5", "12.5"],
  ])("%s: %s is read as %s", (locale, text, expected) => {
    expect(read(text, locale)).toBe(expected)
  })

  it.each([
    ["", "empty"],
    ["   ", "empty"],
    ["-12.5", "-12.5"],
    ["-1,00", "-100 or -1.00"],
    ["007", "7"],
    ["abc", "not_a_number"],
    ["1e3", "not_a_number"],
    ["1 00", "not_a_number"],
    ["12.5 0", "not_a_number"],
    ["1.2.3", "not_a_number"],
    [".", "not_a_number"],
    ["-", "not_a_number"],
    ["１２", "not_a_number"],
  ])("whatever the locale: %j is %s", (text, expected) => {
    expect(read(text, "en")).toBe(expected)
  })
})

describe("a number that a field shows", () => {
  const LOCALES = ["en", "en-GB", "en-IN", "fr", "fr-CH", "de", "de-CH", "de-AT", "es", "it", "pt-BR", "pl", "sv", "ru"]
  LOCALES.push("ar", "fa", "he", "ja", "th", "tr", "vi", "hu", "cs", "bg", "lt", "el", "nl", "id")

  it.each([
    ["en", "1234567.50", "1,234,567.50"],
    ["fr", "1234567.50", "1\u202f234\u202f567,50"],
    ["de", "1234567.50", "1.234.567,50"],
    ["de-CH", "1234567.50", "1’234’567.50"],
    ["en", "-1000", "-1,000"],
    ["en", "12.50", "12.50"],
    ["en", "", ""],
  ])("in %s %s is shown as %s", (locale, plain, shown) => {
    // Which apostrophe it is differs between versions of the locales' data.
    expect(writeNumber(plain, locale).replaceAll("'", "’")).toBe(shown)
  })

  it("law: what is shown is read back as it was, in every language of the dashboard", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...LOCALES),
        fc.bigInt({ min: 0n, max: 10n ** 15n }),
        fc.stringMatching(/^\d{0,6}$/),
        fc.boolean(),
        (locale, whole, fraction, isNegative) => {
          const plain = `${isNegative ? "-" : ""}${whole}${fraction && `.${fraction}`}`
          expect(readNumber(writeNumber(plain, locale), locale)).toEqual({ kind: "number", value: plain })
        },
      ),
    )
  })
})
