import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { ChangeKind, ChangeStatus, CreditedLines, NewTerms } from "../../../../rules/billing"
import type { CivilDate } from "../../../../rules/calendar"
import type { Decimal } from "../../../../rules/money"
import { amountColumns, type Actor } from "../../../core"

/** What a change found before it: it is made on this alone. */
export interface TermsBefore {
  cycle_id: string
  quantity: number
  title: string
  unit_price: Decimal
}

/** The credit of what is not used, with tax. `credited_total`: what was credited of the invoice when it was decided. */
export interface InvoiceCredit {
  invoice_id: string
  order_id: string
  amount: Decimal
  lines: CreditedLines
  credited_total: Decimal
}

/** Of what was paid before it was moved in: no invoice is here to be credited, and the balance has it. */
export interface BalanceCredit {
  invoice_id: null
  customer_id: string
  currency_code: string
  amount: Decimal
}

export type ChangeCredit = InvoiceCredit | BalanceCredit

export interface ChangeRecord {
  id: string
  subscription_id: string
  status: ChangeStatus
  kind: ChangeKind
  on_date: CivilDate
  from: TermsBefore
  to: NewTerms
  credit: ChangeCredit | null
  /** The first cycle of the new terms where it was billed before its day; null: it was not. */
  billed_cycle: number | null
  as_of: CivilDate
  actor: Actor
}

const TABLE = "billing_subscription_change"

/** Records a change. The database refuses a second open one of a subscription. */
export async function insertChange(trx: Knex, change: ChangeRecord): Promise<void> {
  const { from, to, credit, ...columns } = change
  await trx(TABLE).insert({
    ...columns,
    from: JSON.stringify(from),
    to: JSON.stringify(to),
    credit: credit && JSON.stringify(credit),
  })
}

export async function readChange(knex: Knex, id: string): Promise<ChangeRecord | undefined> {
  return knex(TABLE).where({ id }).whereNull("deleted_at").first()
}

/** The changes of these subscriptions that are scheduled for the period's end. */
export async function scheduledChanges(knex: Knex, subscriptionIds: readonly string[]): Promise<ChangeRecord[]> {
  return subscriptionIds.length
    ? knex(TABLE).whereIn("subscription_id", subscriptionIds).where("status", "scheduled").whereNull("deleted_at")
    : []
}

/** Notes that the first cycle of a scheduled change is billed before its day. */
export async function noteBilled(
  trx: Knex,
  { id, cycle, on }: { id: string; cycle: number; on: CivilDate },
): Promise<void> {
  await trx(TABLE)
    .where({ id, status: "scheduled" })
    .update({ billed_cycle: cycle, on_date: on, updated_at: trx.fn.now() })
}

/** Changes that were billed before their day, which has come, the earliest first. */
export async function changesToBegin(
  knex: Knex,
  { asOf, limit }: { asOf: CivilDate; limit: number },
): Promise<ChangeRecord[]> {
  return knex(TABLE)
    .where("status", "scheduled")
    .whereNotNull("billed_cycle")
    .where("on_date", "<=", asOf)
    .whereNull("deleted_at")
    .orderBy(["on_date", "id"])
    .limit(limit)
}

/** Moves a change on; false: somebody else has. */
export async function moveChange(
  trx: Knex,
  { id, from, to }: { id: string; from: ChangeStatus; to: ChangeStatus },
): Promise<boolean> {
  const moved = await trx(TABLE).where({ id, status: from }).update({ status: to, updated_at: trx.fn.now() })
  return moved === 1
}

/** Changes whose process died between their credit and their terms, the oldest first. */
export async function interruptedChanges(
  knex: Knex,
  { seconds, limit }: { seconds: number; limit: number },
): Promise<string[]> {
  return knex(TABLE)
    .where("status", "crediting")
    .whereNull("deleted_at")
    .whereRaw("updated_at < now() - make_interval(secs => ?)", [seconds])
    .orderBy("id")
    .limit(limit)
    .pluck("id")
}

/** Holds a subscription for a change, or lets it go: nothing is billed, and no other change is made, meanwhile. */
export async function holdForChange(
  trx: Knex,
  { id, changeId }: { id: string; changeId: string | null },
): Promise<void> {
  await trx("billing_subscription").where({ id }).update({ change_id: changeId, updated_at: trx.fn.now() })
}

/** A held subscription with its items, locked; undefined: the change holds it no more. */
export async function lockHeld(trx: Knex, changeId: string, subscriptionId: string): Promise<boolean> {
  const row = await trx("billing_subscription")
    .where({ id: subscriptionId, change_id: changeId })
    .whereNull("deleted_at")
    .forUpdate()
    .first("id")
  return row !== undefined
}

/** Whether a charge of a subscription is under way, or its outcome is unknown. */
export async function isBeingCharged(knex: Knex, subscriptionId: string): Promise<boolean> {
  const open = await knex("billing_charge_attempt")
    .where({ subscription_id: subscriptionId })
    .whereIn("status", ["started", "unknown", "requires_action", "processing"])
    .whereNull("deleted_at")
    .first("id")
  return open !== undefined
}

/** What changes of other subscriptions have credited of an invoice: net, by the number of the line. */
export async function creditedForOthers(
  knex: Knex,
  { invoiceId, subscriptionId }: { invoiceId: string; subscriptionId: string },
): Promise<CreditedLines> {
  const { rows } = await knex.raw<{ rows: { number: string; net: Decimal }[] }>(
    `select l.key as number, sum(l.value::numeric)::text as net from billing_subscription_change c
       cross join lateral jsonb_each_text(c.credit -> 'lines') l
     where c.credit ->> 'invoice_id' = ? and c.credit is not null and c.deleted_at is null
       and c.status in ('crediting', 'applied') and c.subscription_id <> ? group by l.key`,
    [invoiceId, subscriptionId],
  )
  return Object.fromEntries(rows.map(({ number, net }) => [number, net]))
}

/** An item, or one that it was split off from. */
export interface ItemAncestor {
  id: string
  subscription_id: string
  /** The order's line that sold it. */
  order_line_id: string | null
}

/** An item, then what it was split off from, through all splits. */
export async function itemAncestors(knex: Knex, itemId: string): Promise<ItemAncestor[]> {
  const { rows } = await knex.raw<{ rows: ItemAncestor[] }>(
    `with recursive above as (
       select id, subscription_id, order_line_id, split_from_id, 0 as depth from billing_subscription_item where id = ?
       union all
       select i.id, i.subscription_id, i.order_line_id, i.split_from_id, a.depth + 1
       from billing_subscription_item i join above a on i.id = a.split_from_id)
     select id, subscription_id, order_line_id from above order by depth`,
    [itemId],
  )
  return rows
}

/** The order of the latest cycle before one that was billed, and the first cycle of all that is recorded; null: none is. */
export async function billedBefore(
  knex: Knex,
  { subscriptionId, cycle }: { subscriptionId: string; cycle: number },
): Promise<{ billed: { cycle: number; order_id: string } | null; first: number | null }> {
  const before = () =>
    knex("billing_renewal")
      .where({ subscription_id: subscriptionId })
      .where("cycle", "<", cycle)
      .whereNull("deleted_at")
  const billed = await before().whereNotNull("order_id").orderBy("cycle", "desc").first("cycle", "order_id")
  const first = billed ? undefined : await before().orderBy("cycle").first("cycle")
  return { billed: billed ?? null, first: first?.cycle ?? null }
}

/** Sets the terms of an item. */
export async function changeItemTerms(trx: Knex, id: string, { item }: NewTerms): Promise<void> {
  const { unit_price, snapshot, discounts, ...columns } = item
  await trx("billing_subscription_item")
    .where({ id })
    .update({
      ...columns,
      ...amountColumns("unit_price", unit_price),
      snapshot: JSON.stringify(snapshot),
      discounts: JSON.stringify(discounts),
      updated_at: trx.fn.now(),
    })
}

/** What was billed is used up to a change alone; the invoice keeps the period that it was issued for. */
export async function endPeriodOn(
  trx: Knex,
  { subscriptionId, cycle, on }: { subscriptionId: string; cycle: number; on: CivilDate },
): Promise<void> {
  await trx("billing_renewal")
    .where({ subscription_id: subscriptionId, cycle })
    .where("period_end", ">", on)
    .update({ period_end: on, updated_at: trx.fn.now() })
}
