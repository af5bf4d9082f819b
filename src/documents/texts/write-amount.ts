import type { Decimal } from "../../rules/money"
import type { DocumentTexts } from "./document-texts"

type Signs = Pick<DocumentTexts, "decimalSign" | "groupSign">

const MINUS = "\u2212"

/**
 * A decimal in a language's signs, with the digits that it has: `1234.50` is 1,234.50. Written without the machine's
 * language data, so that every machine makes the same bytes.
 */
export function writeAmount(amount: Decimal, { decimalSign, groupSign }: Signs): string {
  const [, sign, whole = "0", parts] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(amount) ?? []
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, groupSign)
  return `${sign ? MINUS : ""}${grouped}${parts ? `${decimalSign}${parts}` : ""}`
}
