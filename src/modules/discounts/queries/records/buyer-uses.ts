import { generateEntityId } from "@medusajs/framework/utils"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { buyerKeys, type Account, type Buyer, type BuyerKeys } from "../../../../rules/cart"

/** A buyer's keys (D24); null: there is nobody to count yet. By index. */
export async function keysOfBuyer(knex: Knex, buyer: Buyer | null): Promise<BuyerKeys | null> {
  if (buyer === null) {
    return null
  }
  const wanted = "accountId" in buyer ? { id: buyer.accountId } : { email: buyer.email }
  const account = await knex("customer")
    .where({ ...wanted, has_account: true })
    .whereNull("deleted_at")
    .first<Account | undefined>("id", "email")
  return buyerKeys(buyer, account ?? null)
}

/** How often a buyer has used these discounts; one that is left out: never. Null: there is nobody to count yet. */
export async function usesOfBuyer(
  knex: Knex,
  buyer: Buyer | null,
  discountIds: string[],
): Promise<Map<string, number> | null> {
  const keys = discountIds.length ? await keysOfBuyer(knex, buyer) : null
  if (keys === null) {
    return null
  }
  const rows: { discount_id: string; used: string }[] = await knex("discounts_use_count")
    .select("discount_id")
    .sum("used as used")
    .whereIn("discount_id", discountIds)
    .whereIn("customer_key", [keys.key, ...keys.joined])
    .whereNull("deleted_at")
    .groupBy("discount_id")
  return new Map(rows.map(({ discount_id, used }) => [discount_id, Number(used)]))
}

/**
 * Gives a buyer's key the uses that stand under joined ones, so that releasing one lowers the right counter. Before the
 * discounts' own rows are locked: whoever releases a use locks it first.
 */
export async function joinUses(
  trx: Knex.Transaction,
  { key, joined }: BuyerKeys,
  discountIds: string[],
): Promise<void> {
  if (joined.length) {
    await trx("discounts_use")
      .whereIn("discount_id", discountIds)
      .whereIn("customer_key", joined)
      .whereNull("deleted_at")
      .update({ customer_key: key, updated_at: trx.fn.now() })
  }
}

/** The same for one discount's counter, while the discount's row is locked. */
export async function joinCounts(trx: Knex.Transaction, { key, joined }: BuyerKeys, discountId: string): Promise<void> {
  if (joined.length) {
    await trx.raw(
      `with gone as (
         delete from discounts_use_count where discount_id = ? and customer_key = any(?) returning used
       )
       insert into discounts_use_count as counted (id, discount_id, customer_key, used)
       select ?, ?, ?, sum(used) from gone having sum(used) > 0
       on conflict (discount_id, customer_key) do update set used = counted.used + excluded.used, updated_at = now()`,
      [discountId, joined, generateEntityId(undefined, "dcnt"), discountId, key],
    )
  }
}
