import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { changedDiscountFields, type StoredOrderDiscount } from "../../../../rules/discounts"
import type { RangeRow } from "../../rows"
import { TERMS_COLUMNS, writeTerms } from "./article-discounts"
import { takeTurns } from "./take-turns"

export type { StoredOrderDiscount }

/** From the stored discount to the new one; null: none. Swapped, it is its own compensation. */
export interface OrderDiscountChange {
  before: StoredOrderDiscount | null
  after: StoredOrderDiscount | null
  /** The version that it was decided on; left out: whatever it is. */
  expected?: number | undefined
}

const DISCOUNT = "discounts_order_discount"
const RANGE = "discounts_range"

/** These order discounts, each whole, in the given order, ranges by currency and from the lowest. */
export async function readOrderDiscounts(knex: Knex, ids: string[]): Promise<StoredOrderDiscount[]> {
  if (!ids.length) {
    return []
  }
  const discounts = await knex(DISCOUNT)
    .select<StoredOrderDiscount["discount"][]>([
      ...TERMS_COLUMNS,
      "position",
      "limited_duration",
      "starts_on",
      "ends_on",
    ])
    .whereIn("id", ids)
  const ranges = await knex(RANGE)
    .select<(RangeRow & { id: string; order_discount_id: string })[]>([
      "id",
      "order_discount_id",
      "currency_code",
      "min_value as min",
      "max_value as max",
      "percent",
    ])
    .whereIn("order_discount_id", ids)
    .orderByRaw("currency_code, min_value nulls first, id")
  const stored = new Map(
    discounts.map((discount): [string, StoredOrderDiscount] => [discount.id, { discount, ranges: [] }]),
  )
  for (const { order_discount_id, ...range } of ranges) {
    stored.get(order_discount_id)?.ranges.push(range)
  }
  return ids.flatMap((id) => stored.get(id) ?? [])
}

/**
 * Stores an order discount in one transaction. False where the one to change was deleted, or is not at the expected
 * version.
 */
export async function writeOrderDiscount(
  knex: Knex,
  { before, after, expected }: OrderDiscountChange,
): Promise<boolean> {
  if (!after) {
    await knex(DISCOUNT)
      .where("id", before?.discount.id ?? "")
      .delete()
    return true
  }
  return knex.transaction(async (trx) => {
    const fields = before && changedDiscountFields(before, after)
    const discount = before ? after.discount : await placed(trx, after.discount)
    if (!(await writeTerms(trx, DISCOUNT, { discount, fields, expected }))) {
      return false
    }
    if (JSON.stringify(before?.ranges ?? []) !== JSON.stringify(after.ranges)) {
      const order_discount_id = after.discount.id
      await trx(RANGE).where({ order_discount_id }).delete()
      await trx.batchInsert(
        RANGE,
        after.ranges.map(({ min, max, ...range }) => ({ ...range, min_value: min, max_value: max, order_discount_id })),
        250,
      )
    }
    return true
  })
}

/**
 * A new one at its position, or after all others where that is taken: those made at once take turns. A deleted one that is
 * restored finds its own free.
 */
async function placed<Discount extends { position: number }>(trx: Knex, discount: Discount): Promise<Discount> {
  await takeTurns(trx, [DISCOUNT])
  const row = await trx(DISCOUNT)
    .select<{ last: number | null; is_taken: boolean | null }[]>(
      trx.raw("max(position) as last, bool_or(position = ?) as is_taken", [discount.position]),
    )
    .first()
  return row?.is_taken ? { ...discount, position: (row.last ?? -1) + 1 } : discount
}

/** The place after all others, as it is now. */
export async function nextOrderDiscountPosition(knex: Knex): Promise<number> {
  const row = await knex(DISCOUNT).max("position as last").first<{ last: number | null } | undefined>()
  return (row?.last ?? -1) + 1
}

/** Ids of all order discounts in the order in which they are tried. */
export async function orderDiscountIds(knex: Knex): Promise<string[]> {
  return knex(DISCOUNT).orderBy(["position", "id"]).pluck("id")
}

/** Gives each its place in the list, in one statement. */
export async function placeOrderDiscounts(knex: Knex, ids: string[]): Promise<void> {
  await knex.transaction(async (trx) => {
    await takeTurns(trx, [DISCOUNT])
    await trx.raw(
      `update ${DISCOUNT} d set position = t.place - 1, updated_at = now()
       from unnest(?::text[]) with ordinality as t (id, place) where d.id = t.id and d.position <> t.place - 1`,
      [ids],
    )
  })
}
