import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { EntryColumns, RateColumns, StoredPackage } from "../../../../rules/packages"

const PACKAGE_COLUMNS = [
  "id",
  "product_id",
  "pricing",
  "default_hours",
  "minimum_duration",
  "contract_description",
  "shows_contract_description",
  "internal_notes",
  "lists_contents",
  "version",
  "changed_in",
] as const

const ENTRY_COLUMNS = [
  "id",
  "role",
  "product_id",
  "variant_id",
  "quantity",
  "is_optional",
  "alternative_group",
  "is_default",
  "is_hidden",
  "is_nested",
  "is_free_quantity",
] as const

/** The packages that these products are, each whole, in the order of the ids. Three statements however many. */
export async function readPackages(knex: Knex, productIds: readonly string[]): Promise<StoredPackage[]> {
  const packages: StoredPackage["package"][] = productIds.length
    ? await knex("packages_package")
        .select(...PACKAGE_COLUMNS)
        .whereIn("product_id", productIds)
    : []
  if (!packages.length) {
    return []
  }
  const ids = packages.map(({ id }) => id)
  const entries: (EntryColumns & { package_id: string })[] = await knex("packages_entry")
    .select(...ENTRY_COLUMNS, "package_id")
    .whereIn("package_id", ids)
    .orderBy("rank")
  const rates: (RateColumns & { package_id: string })[] = await knex("packages_rate")
    .select("currency_code", "duration", "price", "package_id")
    .whereIn("package_id", ids)
    .orderByRaw("currency_code, duration nulls last")
  const byId = new Map<string, StoredPackage>(packages.map((one) => [one.id, { package: one, entries: [], rates: [] }]))
  for (const { package_id, ...entry } of entries) {
    byId.get(package_id)?.entries.push(entry)
  }
  for (const { package_id, ...rate } of rates) {
    byId.get(package_id)?.rates.push(rate)
  }
  const byProduct = new Map([...byId.values()].map((one) => [one.package.product_id, one]))
  return productIds.flatMap((id) => byProduct.get(id) ?? [])
}
