import { recordBalanceEntries, recordInvoiceEntries } from "../../../modules/billing"
import { addOutboxEvents, type Database } from "../../../modules/core"
import type { BalanceMove, NewBalanceEntry } from "../../../rules/billing"

/** Writes balance entries with their events. */
export async function recordBalance(trx: Database, entries: readonly NewBalanceEntry[]): Promise<void> {
  const written = await recordBalanceEntries(trx, entries)
  await addOutboxEvents(
    trx,
    entries
      .filter(({ id }) => written.has(id))
      .map(({ customer_id, currency_code, kind, amount, invoice_id }) => ({
        name: "billing.balance.changed" as const,
        data: { customer_id, currency_code, kind, amount, invoice_id },
      })),
  )
}

/** Writes money between invoices' accounts and balances: both sides, or none. */
export async function recordBalanceMoves(trx: Database, moves: readonly BalanceMove[]): Promise<void> {
  await recordBalance(
    trx,
    moves.map(({ balance }) => balance),
  )
  await recordInvoiceEntries(
    trx,
    moves.map(({ invoice }) => invoice),
  )
}
