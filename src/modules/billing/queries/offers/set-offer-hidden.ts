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

/** Hides offers or shows them, in one statement. Answers which of them were changed. */
export async function setOffersHidden(
  knex: Knex,
  { ids, hidden }: { ids: readonly string[]; hidden: boolean },
): Promise<string[]> {
  const { rows } = await knex.raw<{ rows: { id: string }[] }>(
    `update ${OFFER} set hidden = :hidden, version = version + 1, updated_at = now(),
       changed_in = changed_in || jsonb_build_object('hidden', version + 1)
     where id = any(:ids) and hidden <> :hidden and deleted_at is null returning id`,
    { ids: [...ids], hidden },
  )
  return rows.map(({ id }) => id)
}
