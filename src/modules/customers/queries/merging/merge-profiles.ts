import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { temperatureChange, type StoredFields } from "../../../../rules/customers"
import { insertRows, raiseVersion } from "../../../core"
import { logInsOf } from "../profiles/linked-customers"
import { temperatureHistory } from "../profiles/read-profiles"
import { historyRow, type Editor } from "../profiles/write-profile"

export interface Merge {
  winnerId: string
  loserId: string
  /** The winner's fields afterwards, with what follows from them. */
  fields: StoredFields
  /** Fields that differ from what the winner had. */
  changed: readonly string[]
  /** The Medusa customers of both, the one that orders are made for first. */
  customerIds: readonly string[]
  /** The versions that the plan was made on. */
  expected: { winner: number; loser: number }
}

/** What hangs on a profile; rows keep their dates and authors. */
const HANGING = ["customers_note", "customers_temperature_change", "customers_link"]

/**
 * Does what a merge's plan says, in one transaction: its links end, all of the loser hangs on the winner, and it points to
 * the winner. False where one of the two is gone, or not at the version that the plan was made on, or where both can log in by now.
 */
export async function mergeProfiles(knex: Knex, merge: Merge, { at, by }: Editor): Promise<boolean> {
  const { winnerId, loserId, fields, changed, expected } = merge
  return knex.transaction(async (trx) => {
    const rows: { id: string; version: number }[] = await trx("customers_profile")
      .whereIn("id", [winnerId, loserId])
      .whereNull("deleted_at")
      .orderBy("id")
      .forUpdate()
      .select("id", "version")
    const versions = new Map(rows.map(({ id, version }) => [id, version]))
    if (versions.get(winnerId) !== expected.winner || versions.get(loserId) !== expected.loser) {
      return false
    }
    if ((await logInsOf(trx, [winnerId, loserId])) > 1) {
      return false
    }
    await moveCustomers(trx, merge)
    await trx("customers_link")
      .where({ profile_id: loserId })
      .whereNull("revoked_at")
      .whereNull("replaced_at")
      .update({ revoked_at: at, updated_at: trx.fn.now() })
    for (const table of HANGING) {
      await trx(table).where({ profile_id: loserId }).update({ profile_id: winnerId })
    }
    await trx("customers_profile").where({ id: loserId }).update({ merged_into_id: winnerId, deleted_at: at })
    await raiseVersion(trx, { table: "customers_profile", key: { id: winnerId }, fields: [...changed] })
    await trx("customers_profile")
      .where({ id: winnerId })
      .update({ ...fields, touched_at: at })
    await endHistory(trx, merge, { at, by })
    return true
  })
}

/** Both histories are one, by time: where it would end with what the loser was, it says since when it is the winner's again. */
async function endHistory(trx: Knex, { winnerId, fields }: Merge, { at, by }: Editor): Promise<void> {
  const last = (await temperatureHistory(trx, winnerId)).at(-1)?.to ?? null
  const change = temperatureChange(last, fields.temperature, { changedAt: at, changedBy: by })
  await insertRows(trx, {
    table: "customers_temperature_change",
    rows: change ? [historyRow(winnerId, change)] : [],
    chunk: 1,
  })
}

/** One main customer at most: none first, then the plan's. */
async function moveCustomers(trx: Knex, { winnerId, loserId, customerIds }: Merge): Promise<void> {
  await trx("customers_customer")
    .whereIn("profile_id", [winnerId, loserId])
    .update({ profile_id: winnerId, is_main: false, updated_at: trx.fn.now() })
  const [main] = customerIds
  if (main !== undefined) {
    await trx("customers_customer").where({ profile_id: winnerId, customer_id: main }).update({ is_main: true })
  }
}
