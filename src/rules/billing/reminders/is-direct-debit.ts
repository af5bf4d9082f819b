/** Brands of saved methods that debit an account, in their providers' words; the customer is told beforehand. */
const DEBITS = /(^|_)(debit|ach)(_|$)|^us_bank_account$|^bacs$|^sepa$/i

export const isDirectDebit = (brand: string | null): boolean => brand !== null && DEBITS.test(brand)
