import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** The product ids of all packages that contain one of these products, at any depth; in a circle, too, each once. */
export async function readContainers(knex: Knex, productIds: readonly string[]): Promise<string[]> {
  const { rows } = await knex.raw<{ rows: { product_id: string }[] }>(
    `with recursive container (product_id) as (
      select p.product_id from packages_entry e join packages_package p on p.id = e.package_id
        where e.product_id = any (?)
      union
      select p.product_id from container c join packages_entry e on e.product_id = c.product_id
        join packages_package p on p.id = e.package_id
    )
    select product_id from container`,
    [[...productIds]],
  )
  return rows.map(({ product_id }) => product_id)
}

export type ContainedAs = "product_id" | "variant_id"

export interface Container {
  /** The product or variant that is contained. */
  id: string
  /** The package that contains it. */
  product_id: string
}

/** Which packages contain these products or variants themselves. */
export async function readDirectContainers(knex: Knex, as: ContainedAs, ids: readonly string[]): Promise<Container[]> {
  return ids.length
    ? knex("packages_entry as e")
        .join("packages_package as p", "p.id", "e.package_id")
        .distinct({ id: `e.${as}`, product_id: "p.product_id" })
        .whereIn(`e.${as}`, ids)
        .orderBy(["id", "product_id"])
    : []
}
