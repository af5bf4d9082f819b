import type { EInvoice, ELine } from "../e-invoice"
import { vatCountry } from "../vat-country"
import type { RuleCheck } from "./rule-check"

const everyLine = (holds: (line: ELine) => boolean) => (invoice: EInvoice) => invoice.lines.every(holds)
const isDate = (value: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(value)
const isNumber = (value: string | null): boolean => /^-?\d+(\.\d+)?$/.test(value ?? "")
const isCountry = (code: string | undefined): boolean => /^[A-Z]{2}$/.test(code ?? "")
const isVatNumber = (number: string | null): boolean => !number || vatCountry(number) !== null

/** BR-1 to BR-16, what a line and a tax have to say, and the conditions that ask for a term to be there. */
export const PRESENCE_CHECKS: readonly RuleCheck[] = [
  { rule: "BR-01", says: "names the standard that it follows", holds: ({ specification }) => specification !== "" },
  { rule: "BR-02", says: "has a number", holds: ({ number }) => number !== "" },
  { rule: "BR-03", says: "has an issue date", holds: ({ issuedOn }) => isDate(issuedOn) },
  { rule: "BR-04", says: "has a type", holds: ({ typeCode }) => /^\d{2,3}$/.test(typeCode) },
  { rule: "BR-05", says: "has a currency", holds: ({ currencyCode }) => /^[A-Z]{3}$/.test(currencyCode) },
  { rule: "BR-06", says: "names the seller", holds: ({ seller }) => seller.name !== "" },
  { rule: "BR-07", says: "names the buyer", holds: ({ buyer }) => buyer.name !== "" },
  { rule: "BR-08", says: "has the seller's address", holds: ({ seller }) => seller.address !== null },
  { rule: "BR-09", says: "has the seller's country", holds: ({ seller }) => isCountry(seller.address?.countryCode) },
  { rule: "BR-10", says: "has the buyer's address", holds: ({ buyer }) => buyer.address !== null },
  { rule: "BR-11", says: "has the buyer's country", holds: ({ buyer }) => isCountry(buyer.address?.countryCode) },
  { rule: "BR-12", says: "has the sum of its lines", holds: ({ totals }) => isNumber(totals.lines) },
  { rule: "BR-13", says: "has a total without tax", holds: ({ totals }) => isNumber(totals.withoutTax) },
  { rule: "BR-14", says: "has a total with tax", holds: ({ totals }) => isNumber(totals.withTax) },
  { rule: "BR-15", says: "has an amount to pay", holds: ({ totals }) => isNumber(totals.payable) },
  { rule: "BR-16", says: "has a line", holds: ({ lines }) => lines.length > 0 },
  { rule: "BR-21", says: "each line has an id", holds: everyLine(({ id }) => id !== "") },
  { rule: "BR-22", says: "each line has a quantity", holds: everyLine(({ quantity }) => isNumber(quantity)) },
  { rule: "BR-23", says: "each quantity has a unit", holds: everyLine(({ unitCode }) => unitCode !== "") },
  { rule: "BR-24", says: "each line has a net amount", holds: everyLine(({ netAmount }) => isNumber(netAmount)) },
  { rule: "BR-25", says: "each line has a name", holds: everyLine(({ name }) => name !== "") },
  { rule: "BR-26", says: "each line has a net price", holds: everyLine(({ netPrice }) => isNumber(netPrice)) },
  { rule: "BR-27", says: "no net price is below zero", holds: everyLine(({ netPrice }) => !netPrice.startsWith("-")) },
  {
    rule: "BR-29",
    says: "the period does not end before it begins",
    holds: ({ period }) => !period || period.start <= period.last,
  },
  {
    rule: "BR-30",
    says: "no line's period ends before it begins",
    holds: everyLine(({ period }) => !period || period.start <= period.last),
  },
  {
    rule: "BR-42",
    says: "each discount of a line has a reason",
    holds: everyLine(({ allowances }) => allowances.every(({ reason }) => reason !== "")),
  },
  { rule: "BR-45", says: "each tax has a base", holds: ({ taxes }) => taxes.every(({ base }) => isNumber(base)) },
  {
    rule: "BR-46",
    says: "each tax has an amount",
    holds: ({ taxes }) => taxes.every(({ amount }) => isNumber(amount)),
  },
  { rule: "BR-47", says: "each tax has a category", holds: ({ taxes }) => taxes.every(({ category }) => !!category) },
  { rule: "BR-48", says: "each tax has a rate", holds: ({ taxes }) => taxes.every(({ rate }) => isNumber(rate)) },
  { rule: "BR-CO-04", says: "each line has a VAT category", holds: everyLine(({ category }) => category !== "") },
  {
    rule: "BR-CO-09",
    says: "VAT numbers begin with a country",
    holds: ({ seller, buyer }) => isVatNumber(seller.vatNumber) && isVatNumber(buyer.vatNumber),
  },
  { rule: "BR-CO-18", says: "has a VAT breakdown", holds: ({ taxes }) => taxes.length > 0 },
  {
    rule: "BR-CO-25",
    says: "what is to be paid has a due date",
    holds: ({ totals, dueOn }) => !(Number(totals.payable) > 0) || isDate(dueOn ?? ""),
  },
  { rule: "BR-CO-26", says: "the seller can be identified", holds: ({ seller }) => seller.vatNumber !== null },
]
