import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { toRecipe, type EntryColumns, type PackageColumns, type Recipe } from "../../../../rules/packages"

interface RecipeRow extends Pick<
  PackageColumns,
  "product_id" | "pricing" | "default_hours" | "minimum_duration" | "lists_contents"
> {
  entries: EntryColumns[] | null
}

/** Every package that is in one of these, however far down, themselves first: `union` visits each once, even in a circle. */
const REACHABLE = `with recursive reachable (id) as (
    select p.id from packages_package p where p.product_id = any (?)
    union
    select p.id from reachable r
      join packages_entry e on e.package_id = r.id
      join packages_package p on p.product_id = e.product_id
  )`

/**
 * The recipes of these products and of all packages in them, by product id: one statement whatever the depth. A product
 * that is no package is not in it.
 */
export async function readRecipeBook(knex: Knex, productIds: readonly string[]): Promise<Record<string, Recipe>> {
  if (!productIds.length) {
    return {}
  }
  const { rows } = await knex.raw<{ rows: RecipeRow[] }>(
    `${REACHABLE}
    select p.product_id, p.pricing, p.default_hours, p.minimum_duration, p.lists_contents,
      (select json_agg(json_build_object('id', e.id, 'role', e.role, 'product_id', e.product_id,
          'variant_id', e.variant_id, 'quantity', e.quantity, 'is_optional', e.is_optional,
          'alternative_group', e.alternative_group, 'is_default', e.is_default, 'is_hidden', e.is_hidden,
          'is_nested', e.is_nested, 'is_free_quantity', e.is_free_quantity) order by e.rank)
        from packages_entry e where e.package_id = p.id) as entries
    from reachable r join packages_package p on p.id = r.id`,
    [[...productIds]],
  )
  return Object.fromEntries(rows.map((row) => [row.product_id, toRecipe(row, row.entries ?? [])]))
}
