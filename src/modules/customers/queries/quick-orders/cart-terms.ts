import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Decimal } from "../../../../rules/money"
import type { RoomCondition } from "../../../core"

/** Whether a cart is a quick order, or its customer has a percentage; part of the one query for all rooms. */
export const cartHasTerms = (cartId: string): RoomCondition => ({
  sql: "customers_cart_has_terms(?::text)",
  bindings: [cartId],
})

export interface CartTermsRow {
  /** The profile's percentage; null: none, or there is no profile. */
  discount_percent: Decimal | null
  is_quick_order: boolean
  /** The Medusa customer that the profile's orders are made for. */
  customer_id: string | null
}

/** The terms of the profile that a cart's quick order, else this account, belongs to; in one statement. */
export async function termsOfCartOrAccount(
  knex: Knex,
  { cartId, accountId }: { cartId: string | null; accountId: string | null },
): Promise<CartTermsRow> {
  const { rows } = await knex.raw<{ rows: CartTermsRow[] }>(
    `select p.discount_percent::text as discount_percent, f.quick is not null as is_quick_order, m.customer_id
     from (select
         (select l.profile_id from customers_quick_order q join customers_link l on l.id = q.link_id
           where q.cart_id = ?::text) as quick,
         (select c.profile_id from customers_customer c where c.customer_id = ?::text) as own) f
     left join customers_profile p on p.id = coalesce(f.quick, f.own) and p.deleted_at is null
     left join customers_customer m on m.profile_id = p.id and m.is_main`,
    [cartId, accountId] as string[],
  )
  return rows[0] ?? { discount_percent: null, is_quick_order: false, customer_id: null }
}
