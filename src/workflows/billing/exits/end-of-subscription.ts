import { subscriptionEnds } from "../../../modules/billing"
import type { Database } from "../../../modules/core"
import type { CivilDate } from "../../../rules/calendar"

/** When a subscription ends, or has ended; null: nothing ends it. */
export async function endOfSubscription(knex: Database, id: string): Promise<CivilDate | null> {
  const ends = (await subscriptionEnds(knex, [id])).get(id)
  return ends ?? null
}
