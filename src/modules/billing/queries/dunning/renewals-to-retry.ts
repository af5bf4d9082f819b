import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { OwedRenewal } from "../../../../rules/billing"
import type { CivilDate } from "../../../../rules/calendar"
import { owedRenewals } from "./standings"

/** What of a subscription is owed and due by a date, with the dates of its tries. */
export async function renewalsToRetry(
  knex: Knex,
  { id, asOf }: { id: string; asOf: CivilDate },
): Promise<(OwedRenewal & { triedOn: CivilDate[] })[]> {
  const owed = (await owedRenewals(knex, [id])).get(id) ?? []
  const rows: { id: string; tried_on: CivilDate[] }[] = await knex("billing_renewal as r")
    .where({ subscription_id: id })
    .whereIn("status", ["issued", "failed"])
    .whereNotNull("order_id")
    .where("due_on", "<=", asOf)
    .whereNull("deleted_at")
    .select(
      "id",
      knex.raw(`array(select a.as_of from billing_charge_attempt a
        where a.renewal_id = r.id and a.deleted_at is null order by a.number) as tried_on`),
    )
  const tried = new Map(rows.map((row) => [row.id, row.tried_on]))
  return owed.flatMap((renewal) => {
    const triedOn = tried.get(renewal.id)
    return triedOn ? [{ ...renewal, triedOn }] : []
  })
}
