import type { Database } from "../../../modules/core"
import { subscriptionsOnOffer } from "../../../modules/billing"
import { invalidFields } from "../../errors/invalid-fields"

/** Subscriptions by their ids, or all that run on a product or on one of its cycles. */
export interface ChosenSubscriptions {
  ids?: string[] | undefined
  product_id?: string | undefined
  cycle_id?: string | undefined
}

/** What one request decides on, in one transaction. */
const MOST = 1000

export async function chosenSubscriptions(
  knex: Database,
  { ids, product_id: productId, cycle_id: cycleId }: ChosenSubscriptions,
): Promise<string[]> {
  if (ids) {
    return [...new Set(ids)]
  }
  const found = await subscriptionsOnOffer(knex, { productId, cycleId, limit: MOST + 1 })
  if (found.length > MOST) {
    throw invalidFields("No price was changed", [
      {
        field: cycleId === undefined ? "product_id" : "cycle_id",
        reason: `more than ${MOST} subscriptions run on it: choose some of them`,
      },
    ])
  }
  return found
}
