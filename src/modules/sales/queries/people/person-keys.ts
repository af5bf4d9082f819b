import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { newId } from "../../../core"

export interface PersonRow {
  id: string
  customer_ref: string
  /** Null: erased. */
  wrapped_key: string | null
  wrapped_by: string
}

const COLUMNS = ["id", "customer_ref", "wrapped_key", "wrapped_by"] as const

/**
 * Whose keys erasing a customer destroys: their own, and those of orders that Medusa has put to their account by an e-mail address
 * that somebody typed, which are read as nobody's.
 */
export async function findPeople(knex: Knex, customerId: string): Promise<PersonRow[]> {
  return knex("sales_person")
    .whereRaw(
      `customer_ref = any(array(select ? union all
         select 'order:' || id from "order" where customer_id = ? and deleted_at is null))`,
      [customerId, customerId],
    )
    .whereNull("erased_at")
    .select(...COLUMNS)
}

export async function readPeople(knex: Knex, ids: readonly string[]): Promise<PersonRow[]> {
  return ids.length
    ? knex("sales_person")
        .whereIn("id", [...ids])
        .select(...COLUMNS)
    : []
}

/** The people of customers, by customer: those who have no key get the one that is made for them, once. */
export async function givePeople(
  knex: Knex,
  refs: readonly string[],
  newKey: (customerRef: string) => { wrappedKey: string; wrappedBy: string },
): Promise<Map<string, PersonRow>> {
  if (!refs.length) {
    return new Map()
  }
  const find = async (): Promise<Map<string, PersonRow>> => {
    const rows: PersonRow[] = await knex("sales_person")
      .whereIn("customer_ref", [...refs])
      .whereNull("erased_at")
      .select(...COLUMNS)
    return new Map(rows.map((row) => [row.customer_ref, row]))
  }
  const found = await find()
  const missing = refs.filter((ref) => !found.has(ref))
  if (!missing.length) {
    return found
  }
  const keys = missing.map(newKey)
  await knex.raw(
    `insert into sales_person (id, customer_ref, wrapped_key, wrapped_by)
     select * from unnest(?::text[], ?::text[], ?::text[], ?::text[])
     on conflict (customer_ref) where (erased_at is null) do nothing`,
    [
      missing.map(() => newId("sper")),
      missing,
      keys.map(({ wrappedKey }) => wrappedKey),
      keys.map(({ wrappedBy }) => wrappedBy),
    ],
  )
  return find()
}
