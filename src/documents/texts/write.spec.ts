import { drawableText } from "../fonts/drawable-text"
import { inVisualOrder } from "../fonts/visual-order"
import { en } from "./en"
import { fr } from "./fr"
import { textsOf } from "./texts-of"
import { writeAmount } from "./write-amount"
import { writeDate, writePeriod } from "./write-date"

describe("numbers and dates of documents", () => {
  it("are written in the language's signs, with all of their digits", () => {
    const amounts = ["0", "12.5", "1234.50", "-1234567.891", "100"]
    expect(amounts.map((amount) => writeAmount(amount, en))).toEqual(["0", "12.5", "1,234.50", "−1,234,567.891", "100"])
    expect(writeAmount("-1234567.891", fr)).toBe("−1\u202f234\u202f567,891")
  })

  it("show the last day of a period, and what both days share once", () => {
    const written = (start: string, end: string) => writePeriod({ start, end }, en)
    expect(written("2027-02-28", "2027-03-31")).toBe("28 Feb – 30 Mar 2027")
    expect(written("2027-03-01", "2027-04-01")).toBe("1 – 31 Mar 2027")
    expect(written("2026-12-15", "2027-01-15")).toBe("15 Dec 2026 – 14 Jan 2027")
    expect(written("2027-03-01", "2027-03-02")).toBe("1 Mar 2027")
    expect(writeDate("2027-08-09", fr)).toBe("9 août 2027")
  })

  it("are in the customer's language, or in English", () => {
    expect(["fr-CH", "FR", "de-CH", null, ""].map((locale) => textsOf(locale).language)).toEqual([
      "fr",
      "fr",
      "en",
      "en",
      "en",
    ])
  })
})

describe("a text that is drawn", () => {
  it("is composed, on one line, and without what has no shape", () => {
    expect(drawableText("  A\u0301da\n\u00a0Love\u200blace \u0000")).toBe("Áda Lovelace")
    expect(drawableText("1\u202f234")).toBe("1\u202f234")
    expect(drawableText("plain text")).toBe("plain text")
  })

  it("turns the words of scripts that run to the left, and the numbers among them", () => {
    expect(inVisualOrder("Ada Lovelace")).toEqual(["Ada Lovelace"])
    expect(inVisualOrder("דוד 12 כהן").join("")).toBe("כהן 12 דוד")
    expect(inVisualOrder("Firma דוד כהן GmbH").join("")).toBe("Firma כהן דוד GmbH")
  })
})
