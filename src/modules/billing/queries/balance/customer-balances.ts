import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { BalanceEntryKind, NewBalanceEntry } from "../../../../rules/billing"
import type { CivilDate } from "../../../../rules/calendar"
import type { Decimal } from "../../../../rules/money"

/** Whose balance, in what currency. */
export interface BalanceKey {
  customer_id: string
  currency_code: string
}

export const balanceId = ({ customer_id, currency_code }: BalanceKey): string => `bbal_${customer_id}_${currency_code}`

/** What is held of these, by `balanceId`; the rows stay locked in the order of their ids until the transaction ends. */
export async function lockBalances(trx: Knex, keys: readonly BalanceKey[]): Promise<Map<string, Decimal>> {
  const ids = [...new Set(keys.map(balanceId))]
  const rows: { id: string; amount: Decimal }[] = ids.length
    ? await trx("billing_customer_balance").whereIn("id", ids).orderBy("id").forUpdate().select("id", "amount")
    : []
  return new Map(rows.map(({ id, amount }) => [id, amount]))
}

/**
 * Writes entries, each once, and what the balances come to with them; returns the ids of those that are new. A balance
 * below zero is refused by the database.
 */
export async function recordBalanceEntries(trx: Knex, entries: readonly NewBalanceEntry[]): Promise<Set<string>> {
  if (!entries.length) {
    return new Set()
  }
  const { rows } = await trx.raw<{ rows: { id: string }[] }>(
    `with written as (
       insert into billing_balance_entry
         (id, customer_id, currency_code, kind, amount, raw_amount, invoice_id, as_of, reason, actor)
       select id, customer_id, currency_code, kind, amount, jsonb_build_object('value', amount::text, 'precision', 20),
         invoice_id, as_of, reason, actor
       from jsonb_to_recordset(?::jsonb) as x(id text, customer_id text, currency_code text, kind text, amount numeric,
         invoice_id text, as_of text, reason text, actor text)
       on conflict (id) do nothing
       returning id, customer_id, currency_code, kind, amount
     ), n as (
       select 'bbal_' || customer_id || '_' || currency_code as id,
         sum(case when kind in ('granted', 'moved_in') then amount else -amount end) as amount
       from written group by customer_id, currency_code
     ), changed as (
       update billing_customer_balance b set amount = b.amount + n.amount, updated_at = now(),
         raw_amount = jsonb_build_object('value', (b.amount + n.amount)::text, 'precision', 20)
       from n where b.id = n.id and b.id = any(?)
       returning b.id
     )
     select id from written`,
    [JSON.stringify(entries), await holdBalances(trx, entries)],
  )
  return new Set(rows.map(({ id }) => id))
}

/** What is held for these customers, by `balanceId`; what came to nothing is left out. */
export async function heldBalances(knex: Knex, customerIds: readonly string[]): Promise<Map<string, Decimal>> {
  const rows: { id: string; amount: Decimal }[] = customerIds.length
    ? await knex("billing_customer_balance")
        .whereIn("customer_id", [...new Set(customerIds)])
        .where("amount", ">", 0)
        .whereNull("deleted_at")
        .select("id", "amount")
    : []
  return new Map(rows.map(({ id, amount }) => [id, amount]))
}

/**
 * Makes the rows of balances that are none yet, and locks all of them in one order. They begin at zero: the check would refuse
 * a row that is to be lowered before it is known that there is one.
 */
async function holdBalances(trx: Knex, entries: readonly NewBalanceEntry[]): Promise<string[]> {
  const keys = new Map(
    entries.map(({ customer_id, currency_code }) => [
      balanceId({ customer_id, currency_code }),
      { customer_id, currency_code },
    ]),
  )
  await trx("billing_customer_balance")
    .insert([...keys].map(([id, key]) => ({ id, ...key })))
    .onConflict("id")
    .ignore()
  await lockBalances(trx, [...keys.values()])
  return [...keys.keys()]
}

/** What is held for a customer, by currency; what came to nothing included. */
export async function balancesOf(
  knex: Knex,
  customerId: string,
): Promise<{ currency_code: string; amount: Decimal }[]> {
  return knex("billing_customer_balance")
    .where({ customer_id: customerId })
    .whereNull("deleted_at")
    .orderBy("currency_code")
    .select("currency_code", "amount")
}

export interface BalanceEntryRecord {
  id: string
  currency_code: string
  kind: BalanceEntryKind
  amount: Decimal
  invoice_id: string | null
  as_of: CivilDate
  reason: string | null
  actor: string | null
  created_at: Date
}

/** The latest entries of a customer's balances. */
export async function balanceEntriesOf(knex: Knex, customerId: string, limit: number): Promise<BalanceEntryRecord[]> {
  return knex("billing_balance_entry")
    .where({ customer_id: customerId })
    .whereNull("deleted_at")
    .orderBy([
      { column: "created_at", order: "desc" },
      { column: "id", order: "desc" },
    ])
    .limit(limit)
    .select("id", "currency_code", "kind", "amount", "invoice_id", "as_of", "reason", "actor", "created_at")
}

/** Entries of these ids that were written already: what an interrupted run has taken. */
export async function writtenBalanceEntries(knex: Knex, ids: readonly string[]): Promise<Map<string, Decimal>> {
  const rows: { id: string; amount: Decimal }[] = ids.length
    ? await knex("billing_balance_entry")
        .whereIn("id", [...ids])
        .select("id", "amount")
    : []
  return new Map(rows.map(({ id, amount }) => [id, amount]))
}

/** An entry that an order's books have to have, too. */
export interface BalanceOnOrder {
  id: string
  order_id: string
  currency_code: string
  /** Below zero: moved away from the order. */
  amount: Decimal
}

/** Entries of the last days that no transaction of their order stands for yet. By the index on when they were written. */
export async function balanceMissingOnOrders(
  knex: Knex,
  { days, limit }: { days: number; limit: number },
): Promise<BalanceOnOrder[]> {
  const { rows } = await knex.raw<{ rows: BalanceOnOrder[] }>(
    `select b.id, i.order_id, b.currency_code, (case b.kind when 'used' then b.amount else -b.amount end)::text as amount
     from billing_balance_entry b join billing_invoice i on i.id = b.invoice_id
     where b.invoice_id is not null and b.deleted_at is null and b.created_at > now() - make_interval(days => ?)
       and not exists (select 1 from order_transaction t where t.id = 'ordtrx_' || b.id)
     order by b.created_at limit ?`,
    [days, limit],
  )
  return rows
}

/** The entries of these invoices, as their orders' books have to have them. */
export async function balanceOnOrders(knex: Knex, invoiceIds: readonly string[]): Promise<BalanceOnOrder[]> {
  if (!invoiceIds.length) {
    return []
  }
  const { rows } = await knex.raw<{ rows: BalanceOnOrder[] }>(
    `select b.id, i.order_id, b.currency_code, (case b.kind when 'used' then b.amount else -b.amount end)::text as amount
     from billing_balance_entry b join billing_invoice i on i.id = b.invoice_id
     where b.invoice_id = any(?) and b.deleted_at is null`,
    [[...invoiceIds]],
  )
  return rows
}

/** Those of these invoices that have entries in a balance. */
export async function invoicesWithBalance(knex: Knex, invoiceIds: readonly string[]): Promise<string[]> {
  return knex("billing_balance_entry")
    .whereIn("invoice_id", [...invoiceIds])
    .whereNull("deleted_at")
    .distinct("invoice_id")
    .pluck("invoice_id")
}
