import { addDays, compareDates, type CivilDate } from "../../calendar"
import { compare, multiply, round, subtract, sum, type Decimal } from "../../money"
import { payableBy } from "../invoices/payable-by"
import { heldLines, type HeldLines } from "../invoices/printed-lines"
import type { InvoiceAddress, InvoiceDocument, InvoiceLine } from "../invoices/invoice-shape"
import type { EAddress, EInvoice, ELine, EParty, EPeriod, ETax } from "./e-invoice"
import { plainVatNumber } from "./vat-country"
import { vatCategory } from "./vat-category"

export const EN_16931 = "urn:cen.eu:en16931:2017"

/** One: a unit that is counted, UN/ECE Recommendation 20. */
const PIECE = "C62"

/**
 * A stored document as EN 16931 has it. All amounts are the document's own; only those of one tax are added up, as a file
 * has one row for each category and rate. A package whose hidden contents bear other taxes is a line for each of them,
 * under the package's name.
 */
export function toEInvoice(document: InvoiceDocument, payment: EInvoice["payment"] = null): EInvoice {
  const lines = heldLines(document.lines).flatMap((held) => eLines(held, document))
  const { totals } = document
  // Nothing is rounded: the amounts get their currency's digits.
  const written = (amount: Decimal): Decimal => round(amount, document.currency_code)
  const period = wholePeriod(document.lines)
  return {
    specification: EN_16931,
    number: document.number,
    issuedOn: document.issued_on,
    typeCode: document.kind === "credit_note" ? "381" : "380",
    currencyCode: document.currency_code.toUpperCase(),
    dueOn: payableBy(document),
    purchaseOrderNumber: document.order.purchase_order_number ?? null,
    precedingNumber: document.corrects_number,
    deliveredOn: period ? null : document.issued_on,
    period,
    seller: { name: document.seller.name, ...party(document.seller) },
    buyer: { name: document.buyer.company ?? document.buyer.name ?? "", ...party(document.buyer) },
    payment,
    lines,
    taxes: eTaxes(lines, document),
    totals: {
      lines: written(sum(lines.map(({ netAmount }) => netAmount))),
      allowances: "0",
      charges: "0",
      withoutTax: written(subtract(totals.total, totals.tax)),
      tax: totals.tax,
      withTax: totals.total,
      prepaid: totals.credit,
      rounding: totals.rounding,
      payable: totals.payable,
    },
  }
}

function party(one: {
  address: InvoiceAddress | null
  vat_number: string | null
  email: string | null
}): Omit<EParty, "name"> {
  return {
    vatNumber: one.vat_number ? plainVatNumber(one.vat_number) : null,
    email: one.email,
    address: one.address && eAddress(one.address),
  }
}

const eAddress = (address: InvoiceAddress): EAddress => ({
  line1: address.address_1,
  line2: address.address_2,
  postCode: address.postal_code,
  city: address.city,
  subdivision: address.province,
  countryCode: (address.country_code ?? "").toUpperCase(),
})

/** From the first day of any line's period to the last of any; null where no line has one. */
function wholePeriod(lines: readonly InvoiceLine[]): EPeriod | null {
  const periods = lines.flatMap(({ period }) => period ?? [])
  const [first, ...others] = periods
  if (!first) {
    return null
  }
  const start = others.reduce((day, { start: one }) => (compareDates(one, day) < 0 ? one : day), first.start)
  const end = others.reduce((day, { end: one }) => (compareDates(one, day) > 0 ? one : day), first.end)
  return { start, last: lastDay(end) }
}

const lastDay = (end: CivilDate): CivilDate => addDays(end, -1)

/** A line for each tax that a printed line and what is hidden in it bear. */
function eLines({ number, line, inside }: HeldLines, document: InvoiceDocument): ELine[] {
  const groups = new Map<string, Omit<InvoiceLine, "hidden">[]>()
  for (const one of [line, ...inside]) {
    const key = JSON.stringify([vatCategory(one, document), rateOf(one)])
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return [...groups.values()].map((parts, index) => {
    const id = index === 0 ? String(number) : `${number}.${index}`
    const period = line.period && { start: line.period.start, last: lastDay(line.period.end) }
    return { id, ...amountsOf(parts, line, document), name: line.title, description: line.description, period }
  })
}

/** What stands for one tax; two at once are not of EN 16931 (`missingForEInvoice`). */
const rateOf = ({ tax_rates }: Pick<InvoiceLine, "tax_rates">): Decimal => sum(tax_rates.map(({ rate }) => rate))

function amountsOf(
  parts: readonly Omit<InvoiceLine, "hidden">[],
  { quantity }: Pick<InvoiceLine, "quantity">,
  document: InvoiceDocument,
): Omit<ELine, "id" | "name" | "description" | "period"> {
  const [first] = parts
  const subtotal = round(sum(parts.map((part) => part.subtotal)), document.currency_code)
  return {
    quantity,
    unitCode: PIECE,
    ...priceOf({ parts, quantity, subtotal }, document.currency_code),
    allowances: parts.flatMap(({ discounts }) =>
      discounts.flatMap(({ name, amount }) => (compare(amount, "0") === 0 ? [] : [{ amount, reason: name }])),
    ),
    netAmount: round(sum(parts.map(({ total }) => total)), document.currency_code),
    category: first ? vatCategory(first, document) : "E",
    rate: first ? rateOf(first) : "0",
  }
}

/** The price of a unit where it makes the line's amount; else the line's amount, as the price of all its units. */
function priceOf(
  line: { parts: readonly Omit<InvoiceLine, "hidden">[]; quantity: Decimal; subtotal: Decimal },
  currency: string,
): Pick<ELine, "netPrice" | "baseQuantity"> {
  const { parts, quantity, subtotal } = line
  const [only, ...others] = parts
  const isExact =
    only &&
    !others.length &&
    !only.is_tax_inclusive &&
    compare(round(multiply(only.unit_price, quantity), currency), subtotal) === 0
  return isExact ? { netPrice: only.unit_price, baseQuantity: "1" } : { netPrice: subtotal, baseQuantity: quantity }
}

function eTaxes(lines: readonly ELine[], document: InvoiceDocument): ETax[] {
  const taxes = new Map<string, ETax>()
  for (const { category, rate, netAmount } of lines) {
    const known = taxes.get(`${category} ${rate}`)
    const base = sum([known?.base ?? "0", netAmount])
    taxes.set(`${category} ${rate}`, {
      base: round(base, document.currency_code),
      amount: taxAt(rate ?? "0", document),
      category,
      rate,
      exemptionReason: REASONS[category] ?? null,
    })
  }
  return [...taxes.values()].sort((a, b) => compare(b.rate ?? "0", a.rate ?? "0") || (a.category < b.category ? -1 : 1))
}

const taxAt = (rate: Decimal, { taxes, currency_code }: InvoiceDocument): Decimal =>
  round(sum(taxes.filter((tax) => compare(tax.rate, rate) === 0).map(({ amount }) => amount)), currency_code)

const REASONS: Record<string, string> = { AE: "Reverse charge", E: "Exempt from VAT" }
