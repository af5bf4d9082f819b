import type { CivilDate } from "../../calendar"
import { add, isPositive, min, round, subtract, type Decimal } from "../../money"
import type { InvoiceEntryKind, InvoiceEntrySource } from "../states"
import type { InvoiceAccount } from "./invoice-account"

/** An entry as it is written, under the names of its columns. */
export interface NewInvoiceEntry {
  id: string
  invoice_id: string
  kind: InvoiceEntryKind
  amount: Decimal
  currency_code: string
  source: InvoiceEntrySource
  source_id: string
  as_of: CivilDate
  reason: string | null
  actor: string | null
}

/** An invoice whose account gets entries. */
export interface AccountOfInvoice {
  invoiceId: string
  currencyCode: string
  account: InvoiceAccount
}

/** What makes entries, and when. */
export interface EntryOrigin {
  source: InvoiceEntrySource
  sourceId: string
  asOf: CivilDate
  reason?: string | null
  actor?: string | null
}

/** An entry, written in the currency's minor unit. Its id is derived from its key: the same thing is entered once. */
export function invoiceEntry(
  { invoiceId, currencyCode }: Pick<AccountOfInvoice, "invoiceId" | "currencyCode">,
  { kind, amount, key }: { kind: InvoiceEntryKind; amount: Decimal; key: string },
  { source, sourceId, asOf, reason = null, actor = null }: EntryOrigin,
): NewInvoiceEntry {
  return {
    id: `binve_${invoiceId}_${kind}_${key}`,
    invoice_id: invoiceId,
    kind,
    amount: round(amount, currencyCode),
    currency_code: currencyCode,
    source,
    source_id: sourceId,
    as_of: asOf,
    reason,
    actor,
  }
}

/**
 * The entries of money that was received: what was written off is taken back as far as it is paid after all. Their keys
 * are what the account comes to with them, so that a second writer on the same account makes the same ones.
 */
export function paymentEntries(of: AccountOfInvoice, amount: Decimal, origin: EntryOrigin): NewInvoiceEntry[] {
  if (!isPositive(amount)) {
    return []
  }
  const { account } = of
  const paid = add(account.paid, amount)
  const undone = min(amount, account.writtenOff)
  return [
    ...(isPositive(undone)
      ? [invoiceEntry(of, { kind: "written_off_undone", amount: undone, key: paid }, origin)]
      : []),
    invoiceEntry(of, { kind: "payment", amount, key: paid }, origin),
  ]
}

/** The entries that pay all that is open, and what was written off. */
export const payingEntries = (of: AccountOfInvoice, origin: EntryOrigin): NewInvoiceEntry[] =>
  paymentEntries(of, add(of.account.open, of.account.writtenOff), origin)

/**
 * The entry of money that was given back, or came back: never more than was received. A payment that came back is keyed by
 * that payment, as it comes back once.
 */
export function refundEntries(of: AccountOfInvoice, amount: Decimal, origin: EntryOrigin): NewInvoiceEntry[] {
  const { paid, refunded } = of.account
  const given = min(amount, subtract(paid, refunded))
  if (!isPositive(given)) {
    return []
  }
  const key = origin.source === "return" ? `return_${origin.sourceId}` : add(refunded, given)
  return [invoiceEntry(of, { kind: "refund", amount: given, key }, origin)]
}
