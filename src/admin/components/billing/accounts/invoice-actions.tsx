import type { InvoicePageAnswer } from "../../../../contracts/billing/invoices"
import { add, isNegative, isPositive, subtract } from "../../../../rules/money"
import { BalanceButton } from "../balance/balance-button"
import { ChangeDueDrawer } from "../dunning/change-due-drawer"
import { InvoiceActionDrawer } from "./invoice-action-drawer"

/** What can be done with an invoice as its account stands. The server's rules decide in the end. */
export function InvoiceActions({ invoice }: { invoice: InvoicePageAnswer }) {
  const { payment } = invoice
  if (!payment) {
    return null
  }
  const isOpen = isPositive(payment.open_total)
  const isWrittenOff = isPositive(payment.written_off_total)
  const left = subtract(invoice.total, payment.credited_total)
  return (
    <>
      {isOpen && isPositive(invoice.customer_balance) && <BalanceButton invoice={invoice} direction="use" />}
      {isNegative(payment.open_total) && invoice.customer_id && <BalanceButton invoice={invoice} direction="move" />}
      {(isOpen || isWrittenOff) && (
        <InvoiceActionDrawer
          invoice={invoice}
          action="mark-paid"
          most={isOpen ? add(payment.open_total, payment.written_off_total) : payment.written_off_total}
          seen={{ open_total: payment.open_total }}
        />
      )}
      {isOpen && <InvoiceActionDrawer invoice={invoice} action="write-off" seen={{ open_total: payment.open_total }} />}
      {isOpen && <ChangeDueDrawer invoiceId={invoice.id} dueOn={payment.due_on} isInvoices />}
      {isWrittenOff && <InvoiceActionDrawer invoice={invoice} action="undo-write-off" seen={{}} />}
      {isPositive(invoice.refundable_total) && (
        <InvoiceActionDrawer
          invoice={invoice}
          action="refund"
          most={invoice.refundable_total}
          seen={{ refunded_total: payment.refunded_total }}
        />
      )}
      {isPositive(left) && (
        <InvoiceActionDrawer
          invoice={invoice}
          action="credit"
          most={left}
          seen={{ credited_total: payment.credited_total }}
        />
      )}
    </>
  )
}
