import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import type { InvoicePageAnswer } from "../../../../contracts/billing/invoices"
import {
  balancesOf,
  BILLING_MODULE,
  type BillingModuleService,
  creditNoteIdsOf,
  numbersOnInvoice,
  readInvoiceEntries,
  readInvoiceHeads,
  readInvoices,
} from "../../../../modules/billing"
import { refundableOf } from "../../../../rules/billing"
import { round, type Decimal } from "../../../../rules/money"
import { refundablePayments } from "../../../../workflows/billing/accounts/refundable-payments"
import { loadOrders } from "../../../../workflows/orders/load-orders"
import { storeDate } from "../../../store-date"
import { presentInvoice } from "./present-invoice"

/** An invoice with its account, its credit notes, and what can be done with it: what the page of one shows. */
export async function invoicePage(container: MedusaContainer, id: string): Promise<InvoicePageAnswer> {
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  const asOf = await storeDate(container)
  const [invoice] = await readInvoices(knex, [id], asOf)
  if (!invoice) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Invoice with id: ${id} was not found`)
  }
  const isOfSeveral = invoice.renewal_id !== null && invoice.subscription_id === null
  const [subscriptions, entries, creditNoteIds, balances, refundable] = await Promise.all([
    isOfSeveral ? numbersOnInvoice(knex, invoice.renewal_id ?? "") : [],
    readInvoiceEntries(knex, id),
    creditNoteIdsOf(knex, id),
    invoice.customer_id === null ? [] : balancesOf(knex, invoice.customer_id),
    refundableOn(container, invoice.order_id, invoice.currency_code),
  ])
  const names = await adminNames(
    container,
    entries.flatMap(({ actor }) => actor ?? []),
  )
  const corrected = invoice.corrects_invoice_id === null ? [] : [invoice.corrects_invoice_id]
  const [correctedHead] = await readInvoiceHeads(knex, corrected, asOf)
  const notes = await readInvoiceHeads(knex, creditNoteIds, asOf)
  return {
    ...presentInvoice(invoice),
    subscriptions,
    entries: entries.map((entry) => ({
      ...entry,
      actor_name: names.get(entry.actor ?? "") ?? null,
      created_at: entry.created_at.toISOString(),
    })),
    credit_notes: notes.map(({ id: noteId, number, issued_on, total }) => ({ id: noteId, number, issued_on, total })),
    corrects: correctedHead ? { id: correctedHead.id, number: correctedHead.number } : null,
    refundable_total: refundable,
    customer_balance: balances.find(({ currency_code }) => currency_code === invoice.currency_code)?.amount ?? "0",
  }
}

/** The names of the admins among those who act, by who they are. */
async function adminNames(container: MedusaContainer, actors: readonly string[]): Promise<Map<string, string>> {
  const ids = [...new Set(actors.flatMap((actor) => /^user:(.+)/.exec(actor)?.[1] ?? []))]
  const users = ids.length ? await container.resolve(Modules.USER).listUsers({ id: ids }) : []
  return new Map(
    users.map(({ id, first_name, last_name, email }) => [
      `user:${id}`,
      [first_name, last_name].filter(Boolean).join(" ") || email,
    ]),
  )
}

/** What can be given back of the order's payments. An order that Medusa has no more has none. */
async function refundableOn(container: MedusaContainer, orderId: string, currency: string): Promise<Decimal> {
  const [order] = await loadOrders(container, [orderId])
  return round(order ? refundableOf(await refundablePayments(container, order)) : "0", currency)
}
