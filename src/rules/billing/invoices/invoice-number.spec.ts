import { checkInvoiceNumberFormat } from "./check-invoice-number-format"
import { invoiceNumber } from "./invoice-number"

describe("invoiceNumber", () => {
  const parts = { series: "INV", year: 2026, sequence: 42 }

  it.each([
    ["{series}-{sequence:6}", "INV-000042"],
    ["{series}-{year}-{sequence}", "INV-2026-42"],
    ["{sequence:1}/{year}", "42/2026"],
    ["R{sequence:3}{sequence:3}", "R042042"],
  ])("B50: %s makes %s", (format, number) => {
    expect(invoiceNumber(format, parts)).toBe(number)
  })

  it("B50: takes a series as it is, whatever signs are in it", () => {
    expect(invoiceNumber("{series}{sequence}", { ...parts, series: "$&{year}" })).toBe("$&{year}42")
  })

  it("B50: refuses what it does not know", () => {
    expect(() => invoiceNumber("{month}-{sequence}", parts)).toThrow(/\{month\} is not known/)
  })
})

describe("checkInvoiceNumberFormat", () => {
  it("B50: takes what gives every invoice a number of its own", () => {
    expect(checkInvoiceNumberFormat("{series}-{sequence:6}")).toBeNull()
    expect(checkInvoiceNumberFormat("{sequence}")).toBeNull()
  })

  it.each([
    ["{series}-{year}", /must have \{sequence\}/],
    ["{sequence", /must have \{sequence\}/],
    ["{month}-{sequence}", /\{month\} is not known/],
    ["{sequence:999999999}", /at most 99/],
    [`${"x".repeat(80)}{sequence}`, /longer than 64/],
  ])("B50: refuses %s at the start, not when an invoice is to be issued", (format, reason) => {
    expect(checkInvoiceNumberFormat(format)).toMatch(reason)
  })
})
