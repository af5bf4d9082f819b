import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"

const TABLE = "billing_trial_use"
const ONE_PER_OFFER = "(customer_id, offer_id) where deleted_at is null"

export interface TrialUseRow {
  customer_id: string
  offer_id: string
  order_line_id: string
}

/** A completion locks its cart for two minutes at most: after a quarter of an hour it has crashed. */
const isAbandoned = `(t.order_line_id is null and t.reserved_at < now() - interval '15 minutes'
  and not exists (select 1 from order_cart l where l.cart_id = t.cart_id and l.deleted_at is null))`

/** Offers whose trial this customer has had, or has reserved in another cart that is being completed (B14). */
export async function usedTrials(
  knex: Knex,
  { customerId, cartId, offerIds }: { customerId: string; cartId: string | null; offerIds: string[] },
): Promise<Set<string>> {
  const { rows } = await knex.raw<{ rows: { offer_id: string }[] }>(
    `select t.offer_id from ${TABLE} t
     where t.customer_id = ? and t.offer_id = any(?) and t.deleted_at is null
       and not (t.order_line_id is null and t.cart_id = ?) and not ${isAbandoned}`,
    [customerId, offerIds, cartId ?? ""],
  )
  return new Set(rows.map((row) => row.offer_id))
}

export interface TrialsOfCart {
  customerId: string
  cartId: string
  offerIds: string[]
}

/**
 * Reserves trials for a cart that is being completed, and returns the offer of one that the customer has had or is
 * having in another cart; null: all are reserved. The unique index decides between carts that are completed at once.
 */
export async function reserveTrials(trx: Knex, { customerId, cartId, offerIds }: TrialsOfCart): Promise<string | null> {
  for (const offerId of [...offerIds].sort()) {
    const { rows } = await trx.raw<{ rows: { id: string }[] }>(
      `insert into ${TABLE} as t (id, customer_id, offer_id, cart_id, reserved_at) values (?, ?, ?, ?, now())
       on conflict ${ONE_PER_OFFER} do update set cart_id = excluded.cart_id, reserved_at = now(), updated_at = now()
         where (t.order_line_id is null and t.cart_id = excluded.cart_id) or ${isAbandoned}
       returning t.id`,
      [generateEntityId(undefined, "btri"), customerId, offerId, cartId],
    )
    if (!rows.length) {
      return offerId
    }
  }
  return null
}

/** Releases what a completion has reserved that failed. What an order has used stays. */
export async function releaseTrials(knex: Knex, { customerId, cartId, offerIds }: TrialsOfCart): Promise<void> {
  await knex(TABLE)
    .where({ customer_id: customerId, cart_id: cartId })
    .whereIn("offer_id", offerIds)
    .whereNull("order_line_id")
    .whereNull("deleted_at")
    .delete()
}

/**
 * Records that customers have had their trials, and returns for each whether it is its order's to have: reserved by the
 * order's cart, the first use of an offer by a customer, or one by a line of the same order.
 */
export async function useTrials(
  trx: Knex,
  { uses, cartId, orderLineIds }: { uses: TrialUseRow[]; cartId: string | null; orderLineIds: string[] },
): Promise<Set<string>> {
  const granted = new Set<string>()
  for (const use of uses) {
    await trx(TABLE)
      .insert({ ...use, id: generateEntityId(undefined, "btri") })
      .onConflict(trx.raw(ONE_PER_OFFER))
      .ignore()
    const { customer_id, offer_id, order_line_id } = use
    await trx(TABLE)
      .where({ customer_id, offer_id, cart_id: cartId ?? "" })
      .whereNull("order_line_id")
      .whereNull("deleted_at")
      .update({ order_line_id, updated_at: trx.fn.now() })
    const kept = await trx(TABLE)
      .where({ customer_id, offer_id })
      .whereNull("deleted_at")
      .first<{ order_line_id: string | null } | undefined>("order_line_id")
    if (kept?.order_line_id && orderLineIds.includes(kept.order_line_id)) {
      granted.add(order_line_id)
    }
  }
  return granted
}

/** Gives trials back that these order lines used: their purchase was undone before it began. */
export async function giveBackTrials(trx: Knex, orderLineIds: string[]): Promise<void> {
  if (orderLineIds.length) {
    await trx(TABLE).whereIn("order_line_id", orderLineIds).whereNull("deleted_at").delete()
  }
}
