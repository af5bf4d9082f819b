import { model } from "@medusajs/framework/utils"
import { ENTRY_ROLES } from "../../../rules/packages/recipes/recipe"

/** One content or accessory of a package, in its place (P15). */
export const Entry = model
  .define("packages_entry", {
    id: model.id({ prefix: "pent" }).primaryKey(),
    package_id: model.text(),
    rank: model.number(),
    role: model.enum([...ENTRY_ROLES]),
    product_id: model.text(),
    variant_id: model.text(),
    quantity: model.number(),
    is_optional: model.boolean().default(false),
    /** Contents of one package with the same name here are alternatives; null: it stands alone. */
    alternative_group: model.text().nullable(),
    is_default: model.boolean().default(false),
    is_hidden: model.boolean().default(false),
    /** True for each content. Accessories: whether it multiplies, hides and goes with its package (P16). */
    is_nested: model.boolean().default(true),
    is_free_quantity: model.boolean().default(false),
  })
  .indexes([
    { name: "IDX_packages_entry_rank", on: ["package_id", "rank"], unique: true },
    { name: "IDX_packages_entry_product_id", on: ["product_id"] },
    { name: "IDX_packages_entry_variant_id", on: ["variant_id"] },
  ])
