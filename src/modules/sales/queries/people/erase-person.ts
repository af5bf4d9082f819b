import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { saleEvent, type EventToLink } from "../../../../rules/sales"
import { appendLinks, lockHead } from "../chain/append-links"

export interface PersonToErase {
  personId: string
  actor: string
  reason: string | null
  at: Date
}

/**
 * Destroys a person's key, and says so in the chain of each of their sales, in one transaction. No event and no snapshot is
 * touched. False where it was erased before.
 */
export async function erasePerson(knex: Knex, { personId, actor, reason, at }: PersonToErase): Promise<boolean> {
  return knex.transaction(async (trx) => {
    const erased: number = await trx("sales_person")
      .where({ id: personId })
      .whereNull("erased_at")
      .update({ wrapped_key: null, erased_at: at, erased_by: actor, updated_at: trx.fn.now() })
    if (!erased) {
      return false
    }
    const sales: { id: string }[] = await trx("sales_sale")
      .whereRaw("person_ids @> array[?]::text[]", [personId])
      .orderBy("id")
      .select("id")
    const event: EventToLink = {
      ...saleEvent({
        kind: "erased",
        source: `erased:${personId}`,
        occurredAt: at.toISOString(),
        reason,
        content: { person: personId },
      }),
      ...{ actor, personal: null },
    }
    for (const { id } of sales) {
      const end = await lockHead(trx, id)
      if (end) {
        await appendLinks(trx, { end, events: [event], snapshot: null, at })
      }
    }
    return true
  })
}
