import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { PackagePricing } from "../../../../rules/packages"

export interface PackageFilters {
  pricing?: PackagePricing[] | undefined
  /** Those of these products alone. */
  product_id?: string[] | undefined
}

/** A row of the list: how many of each there are in its recipe. */
export interface PackageRow {
  id: string
  product_id: string
  pricing: PackagePricing
  version: number
  created_at: Date
  contents: number
  accessories: number
}

/** One page of the packages, newest first, and how many there are. */
export async function listPackageRows(
  knex: Knex,
  { limit, offset, ...filters }: PackageFilters & { limit: number; offset: number },
): Promise<{ rows: PackageRow[]; count: number }> {
  const counted = await matching(knex, filters).count("* as count").first<{ count: string } | undefined>()
  const counts = ["content", "accessory"].map((role) =>
    knex("packages_entry as e")
      .count("*")
      .whereRaw("e.package_id = packages_package.id")
      .andWhere("e.role", role)
      .as(role === "content" ? "contents" : "accessories"),
  )
  const rows: (Omit<PackageRow, "contents" | "accessories"> & { contents: string; accessories: string })[] =
    await matching(knex, filters)
      .select("id", "product_id", "pricing", "version", "created_at", ...counts)
      .orderByRaw("created_at desc, id desc")
      .limit(limit)
      .offset(offset)
  return {
    rows: rows.map((row) => ({ ...row, contents: Number(row.contents), accessories: Number(row.accessories) })),
    count: Number(counted?.count ?? 0),
  }
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
