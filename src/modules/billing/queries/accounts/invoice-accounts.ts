import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { accountOf, type AccountOfInvoice, type AccountSums } from "../../../../rules/billing"
import type { CivilDate } from "../../../../rules/calendar"
import type { Decimal } from "../../../../rules/money"

/** An invoice with what its entries come to. */
export interface StoredAccount extends AccountOfInvoice {
  orderId: string
  customerId: string | null
  renewalId: string | null
  dueOn: CivilDate
}

interface AccountRow extends Record<keyof AccountSums, Decimal> {
  invoice_id: string
  order_id: string
  customer_id: string | null
  renewal_id: string | null
  currency_code: string
  due_on: CivilDate
  total: Decimal
}

/**
 * The accounts of these invoices, whose rows stay locked in the order of their ids until the transaction ends. What is
 * decided on them holds until it is written.
 */
export async function lockAccounts(trx: Knex, invoiceIds: readonly string[]): Promise<Map<string, StoredAccount>> {
  if (!invoiceIds.length) {
    return new Map()
  }
  const { rows } = await trx.raw<{ rows: AccountRow[] }>(
    `select p.invoice_id, i.order_id, i.customer_id, i.renewal_id, i.currency_code, p.due_on, p.invoice_total as total,
       p.paid_total as paid, p.refunded_total as refunded, p.credited_total as credited,
       p.written_off_total as "writtenOff",
       greatest(p.balance_total, 0) as "balanceUsed", greatest(-p.balance_total, 0) as "balanceMoved"
     from billing_invoice_payment p join billing_invoice i on i.id = p.invoice_id
     where p.invoice_id = any(?) and p.deleted_at is null
     order by p.invoice_id for update of p`,
    [[...invoiceIds]],
  )
  return new Map(rows.map((row) => [row.invoice_id, accountOfRow(row)]))
}

const accountOfRow = ({ total, ...row }: AccountRow): StoredAccount => ({
  invoiceId: row.invoice_id,
  orderId: row.order_id,
  customerId: row.customer_id,
  renewalId: row.renewal_id,
  currencyCode: row.currency_code,
  dueOn: row.due_on,
  account: accountOf(total, row),
})
