import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Decimal } from "../../../../rules/money"
import { newId } from "../../../core"

/**
 * Links a Medusa customer to a profile; the first of a profile is the one that orders are made for, and one who can log in takes
 * the place of a guest. `was_linked`: they were this profile's before; null: they are another profile's, or this one is gone.
 * Twice is once.
 */
export async function linkCustomer(
  knex: Knex,
  profileId: string,
  customerId: string,
): Promise<"linked" | "was_linked" | null> {
  return knex.transaction(async (trx) => {
    // Two links of one profile at a time would both be the first.
    const [profile] = await lockProfile(trx, profileId)
    if (!profile) {
      return null
    }
    const main = await trx("customers_customer as l")
      .leftJoin("customer as c", "c.id", "l.customer_id")
      .where({ "l.profile_id": profileId, "l.is_main": true })
      .first<{ id: string; has_account: boolean | null } | undefined>("l.id", "c.has_account")
    const made: { id: string }[] = await trx("customers_customer")
      .insert({ id: newId("ccust"), customer_id: customerId, profile_id: profileId, is_main: !main })
      .onConflict("customer_id")
      .ignore()
      .returning("id")
    if (main && !main.has_account && made[0] && (await isAccount(trx, customerId))) {
      await trx("customers_customer").where({ id: main.id }).update({ is_main: false })
      await trx("customers_customer").where({ id: made[0].id }).update({ is_main: true })
    }
    const linked = await trx("customers_customer")
      .where({ customer_id: customerId })
      .first<{ profile_id: string } | undefined>("profile_id")
    return linked?.profile_id === profileId ? (made[0] ? "linked" : "was_linked") : null
  })
}

const lockProfile = (trx: Knex, id: string): Promise<{ id: string }[]> =>
  trx("customers_profile").where({ id }).whereNull("deleted_at").forUpdate().select("id")

const isAccount = async (trx: Knex, customerId: string): Promise<boolean> =>
  (await trx("customer").where({ id: customerId, has_account: true }).whereNull("deleted_at").first("id")) !== undefined

/** Whether somebody logs in as a customer of a profile. It is locked, so that nobody else becomes one until the transaction ends. */
export async function hasLogIn(trx: Knex, profileId: string): Promise<boolean> {
  await lockProfile(trx, profileId)
  return (await logInsOf(trx, [profileId])) > 0
}

/** How many log in as a customer of these profiles. */
export async function logInsOf(knex: Knex, profileIds: readonly string[]): Promise<number> {
  const counted = await knex("customers_customer as l")
    .join("customer as c", "c.id", "l.customer_id")
    .whereIn("l.profile_id", [...profileIds])
    .where("c.has_account", true)
    .whereNull("c.deleted_at")
    .count("* as count")
    .first<{ count: string } | undefined>()
  return Number(counted?.count ?? 0)
}

/** A Medusa customer of a profile; the main one is the one that orders are made for. */
export interface CustomerOfProfile {
  profile_id: string
  customer_id: string
  is_main: boolean
}

/** The Medusa customers of profiles, the main one of each first. */
export async function customersOfProfiles(knex: Knex, profileIds: readonly string[]): Promise<CustomerOfProfile[]> {
  return profileIds.length
    ? knex("customers_customer")
        .select("profile_id", "customer_id", "is_main")
        .whereIn("profile_id", [...profileIds])
        .orderByRaw("is_main desc, customer_id")
    : []
}

/** The profile of a Medusa customer; null: they have none. */
export async function profileOfCustomer(knex: Knex, customerId: string): Promise<string | null> {
  const linked = await knex("customers_customer as c")
    .join("customers_profile as p", "p.id", "c.profile_id")
    .where("c.customer_id", customerId)
    .whereNull("p.deleted_at")
    .first<{ id: string } | undefined>("p.id")
  return linked?.id ?? null
}

/**
 * A Medusa customer was deleted: orders are made for another one of its profile, if there is one. The row stays, so that an
 * erasure reaches what Medusa has kept of them.
 */
export async function demoteCustomer(knex: Knex, customerId: string): Promise<void> {
  await knex.transaction(async (trx) => {
    const [gone]: { profile_id: string }[] = await trx("customers_customer")
      .where({ customer_id: customerId, is_main: true })
      .update({ is_main: false, updated_at: trx.fn.now() })
      .returning("profile_id")
    const next = gone
      ? await trx("customers_customer as l")
          .join("customer as c", "c.id", "l.customer_id")
          .where("l.profile_id", gone.profile_id)
          .whereNull("c.deleted_at")
          .orderBy("l.customer_id")
          .first<{ id: string } | undefined>("l.id")
      : undefined
    if (next) {
      await trx("customers_customer").where({ id: next.id }).update({ is_main: true })
    }
  })
}

export interface CustomerTerms {
  profile_id: string
  discount_percent: Decimal | null
}

/** What a Medusa customer has of their own (D25); null: they have no profile. */
export async function termsOfCustomer(knex: Knex, customerId: string): Promise<CustomerTerms | null> {
  const terms = await knex("customers_customer as c")
    .join("customers_profile as p", "p.id", "c.profile_id")
    .where("c.customer_id", customerId)
    .whereNull("p.deleted_at")
    .first<CustomerTerms | undefined>("c.profile_id", "p.discount_percent")
  return terms ?? null
}

/** After an order: a potential customer becomes current, once; never back (C7). Whether this call did it. */
export async function makeCurrent(knex: Knex, profileId: string, at: Date): Promise<boolean> {
  const { rows } = await knex.raw<{ rows: { id: string }[] }>(
    `update customers_profile set status = 'current', touched_at = greatest(touched_at, ?), version = version + 1,
       changed_in = changed_in || jsonb_build_object('status', version + 1), updated_at = now()
     where id = ? and status = 'potential' and deleted_at is null
     returning id`,
    [at, profileId],
  )
  return rows.length === 1
}

/** The Medusa customer that a profile's orders are made for; null: it has none. */
export async function mainCustomerOf(knex: Knex, profileId: string): Promise<string | null> {
  const main = await knex("customers_customer")
    .where({ profile_id: profileId, is_main: true })
    .first<{ customer_id: string } | undefined>("customer_id")
  return main?.customer_id ?? null
}
