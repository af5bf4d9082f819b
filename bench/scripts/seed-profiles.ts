import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { ExecArgs } from "@medusajs/framework/types"
import { profileFields } from "../../integration-tests/support/give-profile"
import { createProfiles, CUSTOMERS_MODULE, type CustomersModuleService } from "../../src/modules/customers"
import { readInput, writeOutput } from "../support/child"
import { chanceOf, personOf } from "../support/write-people"

export interface ProfilesToSeed {
  profiles: number
  notes: number
  /** Without `pg_trgm`, as where the database does not have it. */
  isFallback: boolean
}

const BATCH = 2_000

/** Profiles as the rule makes them, touched over three years, with notes of which one in fifty is to be followed up. */
export default async function seedProfiles({ container }: ExecArgs): Promise<void> {
  const { profiles, notes, isFallback } = readInput<ProfilesToSeed>()
  const { knex } = container.resolve<CustomersModuleService>(CUSTOMERS_MODULE).db
  if (isFallback) {
    await withoutTrigrams(knex)
  }
  const chance = chanceOf(7)
  for (let from = 0; from < profiles; from += BATCH) {
    const rows = Array.from({ length: Math.min(BATCH, profiles - from) }, (_, index) => ({
      id: `cprof_${String(from + index).padStart(8, "0")}`,
      fields: profileFields(personOf(from + index, chance)),
    }))
    await createProfiles(knex, rows, { at: new Date(Date.UTC(2026, 0, 1)), by: null })
  }
  await knex.raw(
    `update customers_profile set touched_at = timestamptz '2026-11-28' - (random() * 1000) * interval '1 day'`,
  )
  await knex.raw(
    `insert into customers_note (id, profile_id, text, priority, follow_up_on, created_at)
     select 'cnote_' || n, 'cprof_' || lpad((n % ?::int)::text, 8, '0'), repeat('They asked for an offer. ', 1 + n % 8),
       (array['none', 'none', 'medium', 'high'])[1 + n % 4], case when n % 50 = 0 then '2026-12-31' end,
       timestamptz '2026-11-28' - (n % 900) * interval '1 day'
     from generate_series(1, ?::int) n`,
    [profiles, notes],
  )
  // The rows that the update left behind would be read, too.
  await knex.raw("vacuum full customers_profile")
  await knex.raw("vacuum analyze customers_profile")
  await knex.raw("vacuum analyze customers_note")
  writeOutput({ profiles, notes })
}

/** What the migration does where `pg_trgm` is not to be had. */
async function withoutTrigrams(knex: Knex): Promise<void> {
  await knex.raw(`drop index "IDX_customers_profile_trigrams"`)
  await knex.raw(
    `create index "IDX_customers_profile_grams" on customers_profile using gin (search_grams) where (deleted_at is null)`,
  )
}
