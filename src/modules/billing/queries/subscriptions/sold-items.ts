import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { LineOption, SubscriptionStatus, SuspensionReason } from "../../../../rules/billing"
import type { CivilDate } from "../../../../rules/calendar"

/** An item of a subscription with what is owed for it. */
export interface SoldItemRow {
  id: string
  split_from_id: string | null
  order_line_id: string | null
  quantity: number
  product_id: string
  variant_id: string
  title: string
  /** What was chosen with it; null: nothing. */
  options: Pick<LineOption, "key" | "value">[] | null
  order_id: string
  subscription_id: string
  customer_id: string | null
  email: string | null
  status: SubscriptionStatus
  suspended_reason: SuspensionReason | null
  cancel_reason: string | null
  paid_until: CivilDate | null
  has_overdue_invoice: boolean
}

const IS_OWED = `r.subscription_id = s.id and r.status in ('issued', 'failed') and r.deleted_at is null
  and coalesce(p.status, 'open') in ('open', 'partly_paid')`

/** The items of all subscriptions of these orders. */
export async function soldItems(
  knex: Knex,
  { orderIds, asOf }: { orderIds: readonly string[]; asOf: CivilDate },
): Promise<SoldItemRow[]> {
  const { rows } = await knex.raw<{ rows: SoldItemRow[] }>(
    `select i.id, i.split_from_id, i.order_line_id, i.quantity, i.product_id,
       i.variant_id, i.title, i.snapshot -> 'options' as options, s.order_id, s.id as subscription_id, s.customer_id, s.email, s.status, s.suspended_reason,
       s.cancel_reason,
       coalesce((select min(r.period_start) from billing_renewal r
           left join billing_invoice_payment p on p.invoice_id = r.invoice_id where ${IS_OWED}),
         s.expires_on, s.period_end, s.trial_end_on) as paid_until,
       exists (select 1 from billing_renewal r join billing_invoice_payment p on p.invoice_id = r.invoice_id
           where ${IS_OWED} and p.due_on <= :asOf)
         or exists (select 1 from billing_payment_return b where b.order_id = s.order_id and b.reinstated_on is null
           and b.deleted_at is null) as has_overdue_invoice
     from billing_subscription s join billing_subscription_item i on i.subscription_id = s.id
     where s.order_id = any(:orderIds) and s.deleted_at is null and i.deleted_at is null and i.kind <> 'option'
     order by i.id`,
    { orderIds: [...orderIds], asOf },
  )
  return rows
}

/** Which provider delivers each of these products, and whether by itself. */
export async function providersOfProducts(
  knex: Knex,
  productIds: readonly string[],
): Promise<Map<string, { providerId: string; isAutomatic: boolean }>> {
  const rows: { product_id: string; provisioning_type: string; auto_create_service: boolean }[] = await knex(
    "billing_offer",
  )
    .select("product_id", "provisioning_type", "auto_create_service")
    .whereIn("product_id", [...productIds])
    .whereNotNull("provisioning_type")
    .whereNull("deleted_at")
  return new Map(
    rows.map((row) => [row.product_id, { providerId: row.provisioning_type, isAutomatic: row.auto_create_service }]),
  )
}

/** Whether any product is delivered by a provider. */
export async function isAnyProvisioned(knex: Knex): Promise<boolean> {
  const row = await knex("billing_offer")
    .whereNotNull("provisioning_type")
    .whereNull("deleted_at")
    .first<{ id: string } | undefined>("id")
  return row !== undefined
}

/** The orders of which subscriptions, items or renewals were written since an instant. By index. */
export async function ordersChangedSince(knex: Knex, since: string): Promise<string[]> {
  const { rows } = await knex.raw<{ rows: { order_id: string }[] }>(
    `select s.order_id from billing_subscription s where s.updated_at >= :since and s.order_id is not null
     union
     select s.order_id from billing_subscription_item i join billing_subscription s on s.id = i.subscription_id
     where i.updated_at >= :since and s.order_id is not null
     union
     select s.order_id from billing_renewal r join billing_subscription s on s.id = r.subscription_id
     where r.updated_at >= :since and s.order_id is not null`,
    { since },
  )
  return rows.map(({ order_id }) => order_id)
}

/** The lines among these that claims hand out in place of units whose subscription goes on: they are no second sale. */
export async function replacementsOfSubscribed(knex: Knex, lineIds: readonly string[]): Promise<string[]> {
  const { rows } = await knex.raw<{ rows: { id: string }[] }>(
    `select distinct o.item_id as id from order_claim_item o
     join order_claim_item c on c.claim_id = o.claim_id and not c.is_additional_item and c.deleted_at is null
     join billing_subscription_item i on i.order_line_id = c.item_id and i.deleted_at is null
     where o.item_id = any(:lineIds) and o.is_additional_item and o.deleted_at is null`,
    { lineIds: [...lineIds] },
  )
  return rows.map(({ id }) => id)
}

/** The orders among these that have lines which no subscription goes on with, and are no renewals'. */
export async function ordersSoldOnce(knex: Knex, orderIds: readonly string[]): Promise<string[]> {
  const renewed = new Set<string>(
    await knex("billing_renewal")
      .whereIn("order_id", [...orderIds])
      .whereNull("billed_with")
      .whereNull("deleted_at")
      .pluck("order_id"),
  )
  const lines: { order_id: string; id: string }[] = await knex("order_item as d")
    .join("order_line_item as l", "l.id", "d.item_id")
    .select("d.order_id", "l.id")
    .whereIn(
      "d.order_id",
      orderIds.filter((id) => !renewed.has(id)),
    )
    .whereNotNull("l.variant_id")
    .whereNull("d.deleted_at")
  const ids = [...new Set(lines.map(({ id }) => id))]
  const recurring = new Set<string>(
    ids.length
      ? await knex("billing_subscription_item")
          .whereIn("order_line_id", ids)
          .whereNull("deleted_at")
          .pluck("order_line_id")
      : [],
  )
  return [...new Set(lines.flatMap((line) => (recurring.has(line.id) ? [] : line.order_id)))]
}
