/** What documents say in one language. */
export interface DocumentTexts {
  /** BCP 47: the document's own language. */
  language: string
  /** Between the whole and the parts of a number; between thousands. */
  decimalSign: string
  groupSign: string
  /** Twelve, as they stand behind a day. */
  months: readonly string[]
  invoice: string
  creditNote: string
  continued: (title: string) => string
  number: string
  issued: string
  due: string
  supplied: string
  order: string
  /** The customer's own number of an order. */
  purchaseOrder: string
  corrects: string
  buyer: string
  delivery: string
  vatNumber: string
  description: string
  quantity: string
  unitPrice: string
  unitPriceWithTax: string
  tax: string
  amount: (currency: string) => string
  carriedOver: string
  broughtForward: string
  setupFee: string
  shipping: string
  taxTable: string
  rate: string
  base: string
  taxAmount: string
  noTax: string
  subtotal: string
  discounts: string
  /** Of a customer's own percentage, which has no name of its own. */
  personalDiscount: string
  netTotal: string
  total: string
  rounding: string
  payable: string
  credited: string
  paidWithOrder: string
  nothingToPay: string
  payBy: (date: string) => string
  chargedOn: (date: string) => string
  creditOf: (number: string) => string
  reverseCharge: (numbers: { seller: string; buyer: string }) => string
  transferTo: (account: { iban: string; name: string }) => string
  transferReference: (reference: string) => string
  page: (page: number, pages: number) => string
  percent: (rate: string) => string
  qrLanguage: "EN" | "FR"
  logo: (name: string) => string
}
