import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { changedPackageFields, type RateColumns, type StoredPackage } from "../../../../rules/packages"
import { newId, raiseVersion } from "../../../core"

/** From the stored package to the new one; null: none. Swapped, it is its own compensation. */
export interface PackageChange {
  before: StoredPackage | null
  after: StoredPackage | null
  /** The version that it was decided on; left out: whatever it is. */
  expected?: number | undefined
}

const PACKAGE = "packages_package"
const ENTRY = "packages_entry"

/**
 * Of all that change recipes, one at a time until its transaction ends: two that each add the other's package would
 * make a circle that neither sees.
 */
export async function lockRecipes(trx: Knex): Promise<void> {
  await trx.raw("select pg_advisory_xact_lock(hashtextextended('packages_entry', 0))")
}

/**
 * Stores a package with its entries and rates in one transaction; only what differs is written. False where it was
 * deleted, or is not at the expected version.
 */
export async function writePackage(knex: Knex, { before, after, expected }: PackageChange): Promise<boolean> {
  return knex.transaction(async (trx) => {
    if (!after) {
      await trx(PACKAGE)
        .where("id", before?.package.id ?? "")
        .delete()
      return true
    }
    const { id } = after.package
    const fields = before ? changedPackageFields(before, after) : Object.keys(after.package)
    if (before && fields.length && !(await raiseVersion(trx, { table: PACKAGE, key: { id }, fields, expected }))) {
      return false
    }
    const columns = Object.entries(after.package).filter(([column]) => fields.includes(column))
    if (!before) {
      await trx(PACKAGE).insert(Object.fromEntries(columns))
    } else if (columns.length) {
      await trx(PACKAGE).where({ id }).update(Object.fromEntries(columns))
    }
    if (!before || fields.includes("entries")) {
      await trx(ENTRY).where({ package_id: id }).delete()
      const rows = after.entries.map((entry, rank) => ({ ...entry, package_id: id, rank }))
      await trx.batchInsert(ENTRY, rows, 250)
    }
    if (!before || fields.includes("rates")) {
      await writeRates(trx, { package_id: id }, after.rates)
    }
    return true
  })
}

/** Makes these the rates of a package or an article. */
export async function writeRates(
  trx: Knex,
  owner: { package_id: string } | { article_id: string },
  rates: readonly RateColumns[],
): Promise<void> {
  await trx("packages_rate").where(owner).delete()
  const rows = rates.map((rate) => ({ id: newId("prat"), ...owner, ...rate }))
  await trx.batchInsert("packages_rate", rows, 250)
}
