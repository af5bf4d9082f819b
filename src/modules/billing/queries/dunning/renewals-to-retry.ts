import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { OwedRenewal } from "../../../../rules/billing"
import type { CivilDate } from "../../../../rules/calendar"
import { owedRenewals } from "./standings"

export interface RenewalsToRetry {
  owed: (OwedRenewal & { triedOn: CivilDate[] })[]
  /** The payment of the order that it was bought with was taken back, and is owed. */
  owesFirstPayment: boolean
}

/**
 * What of a subscription is owed and due by a date, with the dates of its tries. One that stands on another's invoice is
 * charged by that one.
 */
export async function renewalsToRetry(
  knex: Knex,
  { id, asOf }: { id: string; asOf: CivilDate },
): Promise<RenewalsToRetry> {
  const owed = (await owedRenewals(knex, [id])).get(id) ?? []
  const rows: { id: string; lead_id: string; tried_on: CivilDate[] }[] = await knex("billing_renewal as r")
    .where({ subscription_id: id })
    .whereIn("status", ["issued", "failed"])
    .whereNotNull("order_id")
    .where("due_on", "<=", asOf)
    .whereNull("deleted_at")
    .select(
      "id",
      knex.raw("coalesce(r.billed_with, r.id) as lead_id"),
      knex.raw(`array(select a.as_of from billing_charge_attempt a
        where a.renewal_id = coalesce(r.billed_with, r.id) and a.deleted_at is null order by a.number) as tried_on`),
    )
  const charged = new Map(rows.map((row) => [row.id, row]))
  return {
    owed: owed.flatMap((renewal) => {
      const row = charged.get(renewal.id)
      return row ? [{ ...renewal, id: row.lead_id, triedOn: row.tried_on }] : []
    }),
    // Among what is owed stands a return under its own id.
    owesFirstPayment: owed.some((one) => one.id.startsWith("bpre_")),
  }
}
