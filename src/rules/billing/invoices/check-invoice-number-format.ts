import { invoiceNumber } from "./invoice-number"

const LONGEST_NUMBER = 64

/**
 * Why a format of invoice numbers cannot be used; null where it can. Every invoice needs its own number, so the format
 * must contain the sequence; a wrong format stops the boot, not the issuing of invoices.
 */
export function checkInvoiceNumberFormat(format: string): string | null {
  if (/\{\w+:\d{3,}\}/.test(format)) {
    return "pads to at most 99 digits"
  }
  try {
    const [first, second] = [1, 2].map((sequence) => invoiceNumber(format, { series: "INV", year: 2026, sequence }))
    if (first === undefined || first === second) {
      return "must have {sequence} in it, such as {series}-{sequence:6}"
    }
    return first.length > LONGEST_NUMBER ? `makes numbers longer than ${LONGEST_NUMBER} characters` : null
  } catch (error) {
    return error instanceof RangeError ? error.message : "is not a format of invoice numbers"
  }
}
