import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { raiseVersion } from "../../../core"

const OFFER = "billing_offer"

/** Hides an offer or shows it. Answers whether it was hidden before; null: there is none. */
export async function setOfferHidden(
  knex: Knex,
  { id, hidden }: { id: string; hidden: boolean },
): Promise<boolean | null> {
  return knex.transaction(async (trx) => {
    const before = await trx(OFFER)
      .where({ id })
      .whereNull("deleted_at")
      .forUpdate()
      .first<{ hidden: boolean } | undefined>("hidden")
    if (before && before.hidden !== hidden) {
      await raiseVersion(trx, { table: OFFER, key: { id }, fields: ["hidden"] })
      await trx(OFFER).where({ id }).update({ hidden })
    }
    return before?.hidden ?? null
  })
}
