export {
  invoiceEntry,
  payingEntries,
  paymentEntries,
  refundEntries,
  type AccountOfInvoice,
  type EntryOrigin,
  type NewInvoiceEntry,
} from "./account-entries"
export {
  accountOf,
  invoiceAccount,
  invoiceStatus,
  receivedOf,
  type AccountEntry,
  type AccountSums,
  type InvoiceAccount,
} from "./invoice-account"
export { movedInUnits, type MovedOnPayment } from "./moved-in-units"
export { movedMoney, movedProblem } from "./moved-money"
export { givenBackOf, orderEntries, returnEntries, type OrderReceipts } from "./order-entries"
export { planRefund, refundableOf, type RefundablePayment, type RefundPlan } from "./plan-refund"
export { cancellationProblem, refundProblem, type ReturnedMoney } from "./returned-money"
export { standingOfOrder } from "./standing-of-order"
