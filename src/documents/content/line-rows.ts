import type { PrintedLine } from "../../rules/billing"
import { PERSONAL_NAME } from "../../rules/discounts"
import { compare, isZero, negate, round, type Decimal } from "../../rules/money"
import type { DocumentTexts } from "../texts/document-texts"
import { writeAmount } from "../texts/write-amount"
import { writePeriod } from "../texts/write-date"

/** A row of the table: a line with what belongs to it. It is never divided between two pages. */
export interface LineRow {
  title: string
  /** Below the title, smaller: the kind, the description, the period. */
  details: string[]
  /** How deep it stands under another line. */
  depth: number
  quantity: string
  unitPrice: string
  tax: string
  amount: string
  discounts: { name: string; amount: string }[]
  /** Net, after discounts: what is carried from page to page. */
  total: Decimal
}

export function lineRows(lines: readonly PrintedLine[], currency: string, texts: DocumentTexts): LineRow[] {
  const depths = new Map<number, number>()
  return lines.map((line) => {
    const depth = line.parent === null ? 0 : (depths.get(line.parent) ?? 0) + 1
    depths.set(line.number, depth)
    return { ...wordsOf(line, texts), ...figuresOf(line, currency, texts), depth, total: line.total }
  })
}

function wordsOf(line: PrintedLine, texts: DocumentTexts): Pick<LineRow, "title" | "details" | "tax"> {
  const details = [
    line.kind === "setup_fee" && line.title !== texts.setupFee ? texts.setupFee : null,
    line.kind === "shipping" && line.title !== texts.shipping ? texts.shipping : null,
    line.description === line.title ? null : line.description,
    line.period && writePeriod(line.period, texts),
  ]
  return {
    title: line.title,
    details: details.flatMap((detail) => detail || []),
    tax: isFreeContent(line)
      ? ""
      : line.tax_rates.map(({ rate }) => texts.percent(writeAmount(rate, texts))).join(" + "),
  }
}

/** What is in a package and costs nothing by itself has a quantity and no prices. */
const isFreeContent = ({ kind, subtotal, discounts }: PrintedLine): boolean =>
  kind === "content" && isZero(subtotal) && !discounts.length

function figuresOf(
  line: PrintedLine,
  currency: string,
  texts: DocumentTexts,
): Pick<LineRow, "quantity" | "unitPrice" | "amount" | "discounts"> {
  const isFree = isFreeContent(line)
  const price = line.unit_price === null || isFree ? "" : inCurrency(line.unit_price, currency, texts)
  return {
    quantity: writeAmount(line.quantity, texts),
    unitPrice: price && line.is_tax_inclusive && line.tax_rates.length ? `${price} ${texts.unitPriceWithTax}` : price,
    amount: isFree ? "" : inCurrency(line.subtotal, currency, texts),
    discounts: line.discounts
      .filter(({ amount }) => !isZero(amount))
      .map(({ name, amount }) => ({
        name: name === PERSONAL_NAME ? texts.personalDiscount : name,
        amount: inCurrency(negate(amount), currency, texts),
      })),
  }
}

/** An amount with all of its currency's digits, and all of its own where it is finer: nothing is rounded here. */
export function inCurrency(amount: Decimal, currency: string, texts: DocumentTexts): string {
  const rounded = round(amount, currency)
  return writeAmount(compare(rounded, amount) === 0 ? rounded : amount, texts)
}
