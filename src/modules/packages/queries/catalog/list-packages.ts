import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { PackagePricing } from "../../../../rules/packages"

export interface PackageFilters {
  pricing?: PackagePricing[] | undefined
  /** Those of these products alone. */
  product_id?: string[] | undefined
}

/** One page of the packages' product ids, newest first, and how many there are. */
export async function listPackageProducts(
  knex: Knex,
  { limit, offset, ...filters }: PackageFilters & { limit: number; offset: number },
): Promise<{ productIds: string[]; count: number }> {
  const counted = await matching(knex, filters).count("* as count").first<{ count: string } | undefined>()
  const productIds: string[] = await matching(knex, filters)
    .orderByRaw("created_at desc, id desc")
    .limit(limit)
    .offset(offset)
    .pluck("product_id")
  return { productIds, count: Number(counted?.count ?? 0) }
}

function matching(knex: Knex, { pricing, product_id }: PackageFilters) {
  const rows = knex("packages_package")
  if (pricing) {
    rows.whereIn("pricing", pricing)
  }
  if (product_id) {
    rows.whereIn("product_id", product_id)
  }
  return rows
}

/** The products that are packages, all or among these. */
export async function packageProductIds(knex: Knex, among?: readonly string[]): Promise<string[]> {
  const rows = knex("packages_package")
  return (among ? rows.whereIn("product_id", [...among]) : rows).pluck("product_id")
}
