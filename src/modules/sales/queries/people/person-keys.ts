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

/** The person of a customer, with their key: made where there is none, once. */
export async function givePerson(
  knex: Knex,
  { customerRef, wrappedKey, wrappedBy }: { customerRef: string; wrappedKey: string; wrappedBy: string },
): Promise<PersonRow> {
  const found = await findPerson(knex, customerRef)
  if (found) {
    return found
  }
  await knex.raw(
    `insert into sales_person (id, customer_ref, wrapped_key, wrapped_by) values (?, ?, ?, ?)
     on conflict (customer_ref) where (erased_at is null) do nothing`,
    [newId("sper"), customerRef, wrappedKey, wrappedBy],
  )
  const made = await findPerson(knex, customerRef)
  return made ?? givePerson(knex, { customerRef, wrappedKey, wrappedBy })
}

export async function findPerson(knex: Knex, customerRef: string): Promise<PersonRow | null> {
  const row = await knex("sales_person")
    .where({ customer_ref: customerRef })
    .whereNull("erased_at")
    .first<PersonRow | undefined>(...COLUMNS)
  return row ?? null
}

export async function readPeople(knex: Knex, ids: readonly string[]): Promise<PersonRow[]> {
  return ids.length
    ? knex("sales_person")
        .whereIn("id", [...ids])
        .select(...COLUMNS)
    : []
}
