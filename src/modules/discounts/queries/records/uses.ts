import { generateEntityId } from "@medusajs/framework/utils"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { buyerKeys, type Buyer, type BuyerKeys } from "../../../../rules/cart"
import { joinCounts, joinUses, keysOfBuyer } from "./buyer-uses"

/** A discount's limit is reached: in all, or for this customer (D24). */
export class UsedUp extends Error {
  constructor(
    readonly discountId: string,
    readonly isCustomers: boolean,
  ) {
    super(`${discountId} is used up`)
  }
}

export interface UsesOfRecord {
  recordId: string
  cartId: string | null
  /** Who is counted; null: nobody. */
  buyer: Buyer | null
  /** Ids of discounts with a limit per customer. */
  limited: string[]
  used: string[]
}

interface UseRow {
  discount_id: string
  customer_key: string | null
}

/** Article and order discounts are counted in the same way. */
const TABLES = ["discounts_discount", "discounts_order_discount"] as const

/**
 * Sets a record's uses to the given ones, and counts them. Counters are raised by a conditional update, in the order of
 * their ids, so that concurrent orders cannot deadlock. Only a limit per customer asks who else the buyer is. Throws
 * `UsedUp`.
 */
export async function setUses(
  trx: Knex.Transaction,
  { recordId, cartId, buyer, limited, used }: UsesOfRecord,
): Promise<void> {
  const joined = used.filter((id) => limited.includes(id))
  const keys = joined.length ? await keysOfBuyer(trx, buyer) : null
  if (keys) {
    await joinUses(trx, keys, joined)
  }
  const keysFor = (id: string): BuyerKeys | null => (joined.includes(id) ? keys : buyer && buyerKeys(buyer, null))
  const customerKeyFor = (id: string): string | null => keysFor(id)?.key ?? null
  const held: UseRow[] = await trx("discounts_use").where("record_id", recordId).select("discount_id", "customer_key")
  const isWanted = (use: UseRow): boolean =>
    used.includes(use.discount_id) && use.customer_key === customerKeyFor(use.discount_id)
  const gone = held.filter((use) => !isWanted(use))
  if (gone.length) {
    const ids = gone.map(({ discount_id }) => discount_id)
    await trx("discounts_use").where("record_id", recordId).whereIn("discount_id", ids).delete()
    await releaseUses(trx, gone)
  }
  const kept = new Set(held.filter(isWanted).map(({ discount_id }) => discount_id))
  for (const discountId of [...new Set(used)].filter((id) => !kept.has(id)).sort()) {
    await countOne(trx, discountId, keysFor(discountId))
    await trx("discounts_use").insert({
      id: generateEntityId(undefined, "duse"),
      discount_id: discountId,
      record_id: recordId,
      cart_id: cartId,
      customer_key: customerKeyFor(discountId),
    })
  }
}

async function countOne(trx: Knex.Transaction, discountId: string, keys: BuyerKeys | null): Promise<void> {
  for (const table of TABLES) {
    const [discount] = await trx(table)
      .where("id", discountId)
      .andWhere((row) => row.whereNull("usage_limit").orWhereRaw("used < usage_limit"))
      .update({ used: trx.raw("used + 1") })
      .returning<{ usage_limit_per_customer: number | null }[]>(["usage_limit_per_customer"])
    if (discount) {
      await countCustomers(trx, { discountId, keys, limit: discount.usage_limit_per_customer })
      return
    }
  }
  throw new UsedUp(discountId, false)
}

interface CustomersUse {
  discountId: string
  keys: BuyerKeys | null
  limit: number | null
}

async function countCustomers(trx: Knex.Transaction, { discountId, keys, limit }: CustomersUse): Promise<void> {
  if (keys === null) {
    if (limit !== null) {
      throw new UsedUp(discountId, true)
    }
    return
  }
  await joinCounts(trx, keys, discountId)
  const { rows } = await trx.raw<{ rows: { used: number }[] }>(
    `insert into discounts_use_count as counted (id, discount_id, customer_key, used) values (?, ?, ?, 1)
     on conflict (discount_id, customer_key) do update set used = counted.used + 1, updated_at = now()
       where ?::integer is null or counted.used < ?::integer
     returning used`,
    [generateEntityId(undefined, "dcnt"), discountId, keys.key, limit, limit],
  )
  if (!rows.length) {
    throw new UsedUp(discountId, true)
  }
}

/** Lowers the counters of released uses. */
export async function releaseUses(trx: Knex.Transaction, uses: UseRow[]): Promise<void> {
  for (const { discount_id, customer_key } of [...uses].sort((a, b) => (a.discount_id < b.discount_id ? -1 : 1))) {
    for (const table of TABLES) {
      await trx(table)
        .where("id", discount_id)
        .where("used", ">", 0)
        .update({ used: trx.raw("used - 1") })
    }
    await trx("discounts_use_count")
      .where({ discount_id, customer_key })
      .where("used", ">", 0)
      .update({ used: trx.raw("used - 1"), updated_at: trx.fn.now() })
  }
}

/** Discounts that a cart has reserved itself: they are not used up for it. */
export async function reservedByCart(knex: Knex, cartId: string, discountIds: string[]): Promise<Set<string>> {
  const rows: { discount_id: string }[] = await knex("discounts_use as u")
    .join("discounts_record as s", "s.id", "u.record_id")
    .where("s.cart_id", cartId)
    .whereNull("s.placed_at")
    .whereIn("u.discount_id", discountIds)
    .select("u.discount_id")
  return new Set(rows.map(({ discount_id }) => discount_id))
}
