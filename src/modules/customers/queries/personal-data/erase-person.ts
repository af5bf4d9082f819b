import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { erasedFields } from "../../../../rules/customers"

interface Erasure {
  /** The profile and all that were merged into it. */
  profileIds: readonly string[]
  /** Their Medusa customers, whose rows are deleted by now, so that nobody logs in as one. */
  customerIds: readonly string[]
  /** The carts that their links have made. */
  cartIds: readonly string[]
  at: Date
}

/** Fields of a person in Medusa's tables of addresses. */
const ADDRESS = ["first_name", "last_name", "company", "address_1", "address_2", "city", "postal_code", "phone"]

const nothing = (columns: readonly string[]): Record<string, null> =>
  Object.fromEntries(columns.map((column) => [column, null]))

/**
 * Takes all that says who a person was off their profiles and off Medusa's customers: fields, notes with what they said
 * before, what they typed into quick orders, and into carts that became no order. Rows stay, empty, so that what points to them holds. Twice is once.
 */
export async function erasePerson(knex: Knex, { profileIds, customerIds, cartIds, at }: Erasure): Promise<void> {
  const [profiles, customers] = [[...profileIds], [...customerIds]]
  await knex.transaction(async (trx) => {
    await trx("customers_note").whereIn("profile_id", profiles).delete()
    await trx("customers_link")
      .whereIn("profile_id", profiles)
      .whereNull("revoked_at")
      .update({ revoked_at: at, updated_at: trx.fn.now() })
    await trx("customers_quick_order")
      .whereIn("link_id", trx("customers_link").whereIn("profile_id", profiles).select("id"))
      .update({ details: "{}", updated_at: trx.fn.now() })
    await trx("customers_profile")
      .whereIn("id", profiles)
      .update({
        ...erasedFields(),
        deleted_at: trx.raw("coalesce(deleted_at, ?::timestamptz)", [at]),
        updated_at: trx.fn.now(),
      })
    await trx("customers_customer").whereIn("profile_id", profiles).delete()
    await eraseCustomers(trx, customers, [...cartIds])
  })
}

async function eraseCustomers(trx: Knex, customers: string[], cartIds: string[]): Promise<void> {
  await trx("customer")
    .whereIn("id", customers)
    .update(nothing(["email", "first_name", "last_name", "company_name", "phone", "metadata"]))
  await trx("customer_address").whereIn("customer_id", customers).delete()
  const carts = () =>
    trx("cart")
      .where((any) => any.whereIn("customer_id", customers).orWhereIn("id", cartIds))
      .whereNull("completed_at")
      .whereNull("deleted_at")
  await trx("cart_address")
    .where((any) =>
      any.whereIn("id", carts().select("shipping_address_id")).orWhereIn("id", carts().select("billing_address_id")),
    )
    .update(nothing([...ADDRESS, "province", "metadata"]))
  await carts().update({ email: null })
  await carts().whereIn("id", cartIds).update({ metadata: null })
}
