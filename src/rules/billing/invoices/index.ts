export { checkInvoiceNumberFormat } from "./check-invoice-number-format"
export {
  draftOrderInvoice,
  type InvoicedContent,
  type OrderInvoiceInput,
  type OrderToInvoice,
} from "./draft-order-invoice"
export { invoiceDocument } from "./invoice-document"
export type {
  AddressFacts,
  BuyerFacts,
  DiscountFacts,
  InvoiceFacts,
  InvoiceLineFacts,
  TaxRateFacts,
} from "./invoice-facts"
export { invoiceFileRow, INVOICE_FILE_COLUMNS, type InvoiceOfFile } from "./invoice-file"
export { invoiceNumber } from "./invoice-number"
export type {
  InvoiceAddress,
  InvoiceBuyer,
  InvoiceDocument,
  InvoiceLine,
  InvoiceSeller,
  InvoiceTax,
  InvoiceTaxRate,
  InvoiceTotals,
} from "./invoice-shape"
export { isOrderPaid } from "./is-order-paid"
export {
  balanceUsedIn,
  numberedInvoice,
  seriesOf,
  numberInvoices,
  type NumberedInvoice,
  type UnnumberedInvoice,
} from "./number-invoices"
export { payableBy } from "./payable-by"
export { purchaseOrderNumber } from "./purchase-order-number"
export { printedLines, type PrintedLine } from "./printed-lines"
export { zeroCollections, type ZeroCollection } from "./zero-collections"
