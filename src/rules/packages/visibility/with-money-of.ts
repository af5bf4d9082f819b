import { isZero, multiply, quotient, sum, taxedAs, type Decimal } from "../../money"
import { isAnswerObject, type AnswerObject } from "./hidden-lines"

/** Sums of a line: `total`, `tax_total`, `original_subtotal` … */
const TOTAL = /(^|_)(sub)?total$/

/** Amounts for one piece of a line, with tax in them as the line says. */
const PRICES = ["unit_price", "compare_at_unit_price"]

/** With tax in it, whatever the line says. */
const REFUNDABLE = "refundable_total_per_unit"

const RAW = "raw_"

/** A hidden line, and how many of it one package has. */
export interface MovedLine {
  line: AnswerObject
  perPackage: number
}

/**
 * A package's line with the money of its hidden lines: totals are added, prices by the package's quantity, adjustments
 * and tax lines become the package's own. What the line does not show stays unshown.
 */
export function withMoneyOf(line: AnswerObject, hidden: readonly MovedLine[]): AnswerObject {
  if (!hidden.length) {
    return line
  }
  return Object.fromEntries(
    Object.entries(line).map(([name, value]) => [name, moneyOf(name, value, { line, hidden }) ?? value]),
  )
}

interface Lines {
  line: AnswerObject
  hidden: readonly MovedLine[]
}

/** What stands under a name afterwards; null: it is no money, or not known. */
function moneyOf(name: string, value: unknown, { line, hidden }: Lines): unknown {
  const plain = name.startsWith(RAW) ? name.slice(RAW.length) : name
  if (TOTAL.test(plain)) {
    return sameForm(value, totalOf(name, { line, hidden }))
  }
  if (PRICES.includes(plain) || plain === REFUNDABLE) {
    return sameForm(value ?? line.unit_price, perPiece(name, { line, hidden }))
  }
  if (name === "adjustments" && Array.isArray(value)) {
    return [...value, ...hidden.flatMap((one) => moved(one.line.adjustments, line))]
  }
  if (name === "tax_lines" && Array.isArray(value)) {
    return mergedTaxLines([...value, ...hidden.flatMap((one) => moved(one.line.tax_lines, line))])
  }
  if (name === "detail" && isAnswerObject(value)) {
    return withMoneyOf(value, hidden.flatMap(detailOf))
  }
  return null
}

const detailOf = ({ line: { detail }, perPackage }: MovedLine): MovedLine[] =>
  isAnswerObject(detail) ? [{ line: detail, perPackage }] : []

/** Of a plain number or text, or of Medusa's exact form, which has it under `value`. */
function amountOf(value: unknown): Decimal | null {
  const amount = isAnswerObject(value) ? value.value : value
  return typeof amount === "number" || (typeof amount === "string" && amount !== "") ? sum([String(amount)]) : null
}

/** Written like the value that it replaces. */
function sameForm(value: unknown, amount: Decimal | null): unknown {
  if (amount === null) {
    return null
  }
  if (isAnswerObject(value)) {
    return { ...value, value: typeof value.value === "string" ? amount : Number(amount) }
  }
  return typeof value === "string" ? amount : Number(amount)
}

function totalOf(name: string, { line, hidden }: Lines): Decimal | null {
  const own = amountOf(line[name])
  return own === null ? null : sum([own, ...hidden.map((one) => amountOf(one.line[name]) ?? "0")])
}

function perPiece(name: string, { line, hidden }: Lines): Decimal | null {
  const isShown = [line, ...hidden.map((one) => one.line)].some((one) => amountOf(one[name]) !== null)
  const own = priceOf(name, line)
  return isShown && own !== null ? sum([own, ...hidden.map((one) => inOnePackage(name, one, line))]) : null
}

/** What one package has of the hidden line's money. */
function inOnePackage(name: string, { line: hidden, perPackage }: MovedLine, line: AnswerObject): Decimal {
  const price = priceOf(name, hidden)
  if (price === null) {
    return "0"
  }
  const asLine = name === REFUNDABLE ? price : taxedLike(price, hidden, line)
  const [quantity, packages] = [amountOf(hidden.quantity), amountOf(line.quantity)]
  return quantity === null || packages === null || isZero(packages)
    ? multiply(asLine, perPackage)
    : quotient(multiply(asLine, quantity), packages)
}

/** Without a price to compare with, a line compares with its own. */
const priceOf = (name: string, line: AnswerObject): Decimal | null => amountOf(line[name]) ?? amountOf(line.unit_price)

function taxedLike(price: Decimal, one: AnswerObject, line: AnswerObject): Decimal {
  const rates = Array.isArray(one.tax_lines) ? one.tax_lines.map((taxLine) => amountOf(rateOf(taxLine)) ?? "0") : []
  const isTaxInclusive = one.is_tax_inclusive === true
  return taxedAs(price, { isTaxInclusive, taxRate: sum(rates) }, { isTaxInclusive: line.is_tax_inclusive === true })
}

const rateOf = (taxLine: unknown): unknown => (isAnswerObject(taxLine) ? taxLine.rate : null)

/** Parts of a hidden line, as parts of the package's line. */
const moved = (parts: unknown, line: AnswerObject): unknown[] =>
  (Array.isArray(parts) ? parts : []).map((part: unknown) =>
    isAnswerObject(part) && "item_id" in part ? { ...part, item_id: line.id ?? null } : part,
  )

/** Tax lines of one code and rate are one. */
function mergedTaxLines(taxLines: readonly unknown[]): unknown[] {
  const merged = new Map<string, AnswerObject>()
  for (const one of taxLines.filter(isAnswerObject)) {
    const key = JSON.stringify([one.code ?? null, one.rate ?? null, one.tax_rate_id ?? null])
    const known = merged.get(key)
    merged.set(key, known ? withMoneyOf(known, [{ line: one, perPackage: 1 }]) : one)
  }
  return [...merged.values()]
}
