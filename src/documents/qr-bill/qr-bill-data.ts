import type { Data, Debtor } from "swissqrbill/types"
import { isIban, isQrIban, transferReference, type InvoiceAddress, type InvoiceDocument } from "../../rules/billing"
import type { Decimal } from "../../rules/money"
import type { BankAccount } from "../document-settings"

/** The characters that a QR code of the Swiss payment standards may have. */
const ALLOWED = /^[\x20-\x7e\u00a0-\u017f\u0218-\u021b\u20ac]+$/
const LONGEST = { name: 70, street: 70, city: 35, number: 16, zip: 16 }
/** In francs or euros: twelve signs. */
const MOST = 999_999_999.99

/**
 * What a QR-bill of this document says: the amount, which is all that is to be paid unless it is given, with structured
 * addresses. The customer is left
 * out where the address is not complete, or has letters or a post code that the standard does not know. null: there can be none,
 * for the currency is neither CHF nor EUR, the account is not Swiss, the seller has no full address, or it is too much.
 */
export function qrBillData(
  document: InvoiceDocument,
  account: BankAccount,
  amount: Decimal = document.totals.payable,
): Data | null {
  const { seller, buyer } = document
  const currency = document.currency_code.toUpperCase()
  const creditor = payee(account.name ?? seller.name, seller.address)
  const reference = transferReference(document.number, account.iban)
  if (!isSwiss(account.iban) || (currency !== "CHF" && currency !== "EUR") || !creditor) {
    return null
  }
  if ((isQrIban(account.iban) && !reference) || Number(amount) > MOST) {
    return null
  }
  const debtor = payee(buyer.company ?? buyer.name, buyer.address)
  return {
    currency,
    amount: Number(amount),
    creditor: { ...creditor, account: account.iban },
    ...(debtor ? { debtor } : {}),
    ...(reference ? { reference } : {}),
    message: document.number,
  }
}

const isSwiss = (iban: string): boolean => /^(CH|LI)/i.test(iban.trim()) && isIban(iban)

function payee(name: string | null, address: InvoiceAddress | null): Debtor | null {
  const { address_1: street, postal_code: zip, city, country_code: country } = address ?? {}
  if (!name || !street || !zip || !city || !country || ![name, street, zip, city].every((text) => ALLOWED.test(text))) {
    return null
  }
  if (zip.length > LONGEST.zip) {
    return null
  }
  const [, way, last] = /^(.*\S)\s+(\d+\s?[a-zA-Z]?)$/.exec(street) ?? []
  const number = last && last.length <= LONGEST.number ? last : undefined
  return {
    name: name.slice(0, LONGEST.name),
    address: (number === undefined ? street : (way ?? street)).slice(0, LONGEST.street),
    ...(number ? { buildingNumber: number } : {}),
    zip,
    city: city.slice(0, LONGEST.city),
    country: country.toUpperCase(),
  }
}
