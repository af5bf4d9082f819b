import { model } from "@medusajs/framework/utils"
import { ARTICLE_UNITS } from "../../../rules/packages/recipes/articles"

/** What a variant's price is per (P11), and what keeps it from the next customer (P18). No row: a flat price. */
export const Article = model
  .define("packages_article", {
    id: model.id({ prefix: "part" }).primaryKey(),
    variant_id: model.text(),
    product_id: model.text(),
    unit: model.enum([...ARTICLE_UNITS]),
    /** A decimal string: of the order or group, for percent articles. */
    percent: model.text().nullable(),
    /** The name of the group that a percentage of a group counts on. */
    percent_group: model.text().nullable(),
    /** In days or hours, as it is priced; null: one. */
    minimum_duration: model.number().nullable(),
    buffer_before_minutes: model.number().default(0),
    buffer_after_minutes: model.number().default(0),
    /** Raised by each change that people make; a save on an earlier one is refused. */
    version: model.number().default(1),
    /** By field: the version in which it was last changed. */
    changed_in: model.json().default({}),
  })
  .indexes([
    { name: "IDX_packages_article_variant_id", on: ["variant_id"], unique: true },
    { name: "IDX_packages_article_product_id", on: ["product_id"] },
  ])
