import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { ExitCandidate, SubscriptionStatus } from "../../../../rules/billing"
import { compareDates, type CivilDate } from "../../../../rules/calendar"

interface Row {
  id: string
  status: SubscriptionStatus
  display_id: number
  order_number: number | null
  invoice_numbers: string[]
  titles: string[]
  concluded_on: CivilDate | null
  anchor_on: CivilDate
  /** When the contract ran at the latest, of one that was moved in; null: an order concluded it. */
  runs_since: CivilDate | null
}

/** More of one address than anybody has. */
const MOST = 200

const OF_EMAIL = `s.id = any(array(
       select m.id from billing_subscription m where lower(m.email) = :email and m.deleted_at is null
       union
       select m.id from customer c join billing_subscription m on m.customer_id = c.id and m.deleted_at is null
         where c.email = :email and c.deleted_at is null))`

const earlier = (one: CivilDate, other: CivilDate | null): CivilDate =>
  other !== null && compareDates(other, one) < 0 ? other : one

/** All subscriptions of an e-mail address, with what their customer knows them by. */
export const exitCandidates = (knex: Knex, email: string): Promise<ExitCandidate[]> =>
  readCandidates(knex, OF_EMAIL, { email })

/** A subscription that an admin has named. */
export async function exitCandidate(knex: Knex, id: string): Promise<ExitCandidate | undefined> {
  const [candidate] = await readCandidates(knex, "s.id = :id", { id })
  return candidate
}

async function readCandidates(knex: Knex, condition: string, of: Record<string, string>): Promise<ExitCandidate[]> {
  const { rows } = await knex.raw<{ rows: Row[] }>(
    `select s.id, s.status, s.display_id, s.anchor_on, o.display_id as order_number,
       array(select i.number from billing_invoice i where i.subscription_id = s.id and i.deleted_at is null
         union select i.number from billing_invoice i where i.order_id = s.order_id and i.deleted_at is null)
         as invoice_numbers,
       array(select t.title from billing_subscription_item t where t.subscription_id = s.id and t.deleted_at is null)
         as titles,
       (select min(t.as_of) from service_core_timeline_entry t
         where t.subject_id = s.id and t.subject = 'subscription' and t.deleted_at is null) as concluded_on,
       case when s.import_key is not null then least(s.anchor_on, s.period_start) end as runs_since
     from billing_subscription s
       left join "order" o on o.id = s.order_id
     where s.deleted_at is null and ${condition}
     order by s.id desc limit :most`,
    { ...of, most: MOST },
  )
  return rows.map((row) => ({
    id: row.id,
    status: row.status,
    displayId: row.display_id,
    orderNumber: row.order_number,
    invoiceNumbers: row.invoice_numbers,
    titles: row.titles,
    concludedOn: earlier(row.concluded_on ?? row.anchor_on, row.runs_since),
  }))
}

/** When each of these subscriptions ends, or has ended; one that nothing ends is left out. */
export async function subscriptionEnds(knex: Knex, ids: readonly string[]): Promise<Map<string, CivilDate>> {
  const rows: { id: string; ends_on: CivilDate | null }[] = await knex("billing_subscription")
    .select("id", knex.raw("coalesce(ended_on, cancel_on) as ends_on"))
    .whereIn("id", ids)
    .whereNull("deleted_at")
  return new Map(rows.flatMap(({ id, ends_on }) => (ends_on === null ? [] : [[id, ends_on] as const])))
}
