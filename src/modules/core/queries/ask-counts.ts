import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible"

const TABLE = "service_core_ask_count"

/** How often something may be asked by one who asks. */
export interface AskLimit {
  /** What is limited and who asks: "payment-method:customer:cus_1". At most 240 characters. */
  key: string
  most: number
  seconds: number
}

/**
 * Counts an ask, in the database, so that all processes count together. One statement: two at once are two. Answers 0
 * where it is allowed, else the seconds after which it is again.
 */
export async function countAsk(knex: Knex, { key, most, seconds }: AskLimit): Promise<number> {
  const limiter = new RateLimiterPostgres({
    storeClient: knex,
    storeType: "knex",
    tableName: TABLE,
    tableCreated: true,
    keyPrefix: "",
    points: most,
    duration: seconds,
    // Each process would keep a timer for it; the tick deletes them.
    clearExpiredByTimeout: false,
  })
  try {
    await limiter.consume(key)
    return 0
  } catch (reason) {
    if (reason instanceof RateLimiterRes) {
      return Math.max(1, Math.ceil(reason.msBeforeNext / 1000))
    }
    throw reason
  }
}

/** Deletes the counters that no longer count. */
export async function deleteExpiredAsks(knex: Knex, now: Date): Promise<void> {
  await knex(TABLE).where("expire", "<", now.getTime()).delete()
}
