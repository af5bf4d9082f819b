import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { normalEmail, type CartBinding, type CartBuyer } from "../../../rules/cart"

const TABLE = "service_core_cart_buyer"

interface CartBuyerRow {
  cart_id: string
  customer_id: string
  bound_by: CartBinding
}

const fromRow = ({ customer_id, bound_by }: CartBuyerRow): CartBuyer => ({ customerId: customer_id, boundBy: bound_by })

/** The records of carts that have one, by cart id. */
export async function readCartBuyers(knex: Knex, cartIds: string[]): Promise<Map<string, CartBuyer>> {
  const rows = await knex(TABLE)
    .select<CartBuyerRow[]>("cart_id", "customer_id", "bound_by")
    .whereIn("cart_id", cartIds)
    .whereNull("deleted_at")
  return new Map(rows.map((row) => [row.cart_id, fromRow(row)]))
}

/** Records that an e-mail address gave this customer to the cart. A guest's row is no account, and is not recorded. */
export async function recordEmailBinding(knex: Knex, cartId: string, customerId: string): Promise<void> {
  await knex.raw(
    `insert into ${TABLE} (cart_id, customer_id, bound_by)
     select ?, id, 'email' from customer where id = ? and has_account and deleted_at is null
     on conflict (cart_id) do update set customer_id = excluded.customer_id, bound_by = 'email', updated_at = now()`,
    [cartId, customerId],
  )
}

/**
 * Records a log-in on a cart that has a record; one without is trusted as it is. Returns what it said before, for
 * `restoreCartBuyer`; null: nothing was written.
 */
export async function recordLogin(knex: Knex, cartId: string, customerId: string): Promise<CartBuyer | null> {
  return knex.transaction(async (trx) => {
    const before = await trx(TABLE)
      .where("cart_id", cartId)
      .whereNull("deleted_at")
      .forUpdate()
      .first<CartBuyerRow | undefined>("cart_id", "customer_id", "bound_by")
    if (!before || (before.customer_id === customerId && before.bound_by === "login")) {
      return null
    }
    await put(trx, cartId, { customerId, boundBy: "login" })
    return fromRow(before)
  })
}

/** Undoes `recordLogin`. */
export const restoreCartBuyer = async (knex: Knex, cartId: string, before: CartBuyer): Promise<void> =>
  put(knex, cartId, before)

async function put(knex: Knex, cartId: string, { customerId, boundBy }: CartBuyer): Promise<void> {
  await knex(TABLE)
    .where("cart_id", cartId)
    .update({ customer_id: customerId, bound_by: boundBy, updated_at: knex.fn.now() })
}

/** The account of an e-mail address, by index; null: there is none. */
export async function accountByEmail(knex: Knex, email: string): Promise<string | null> {
  const account = await knex("customer")
    .where({ email: normalEmail(email), has_account: true })
    .whereNull("deleted_at")
    .first<{ id: string } | undefined>("id")
  return account?.id ?? null
}
