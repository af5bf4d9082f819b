import { model } from "@medusajs/framework/utils"
import { ASSIGNMENT_LEVELS } from "../../../rules/discounts/states"

/**
 * What the room stores about a product or a variant: whether the order discount applies to it (D3), and its cost (D24). Of
 * a collection, a category and all articles: whether the order discount applies.
 */
export const Article = model
  .define("discounts_article", {
    id: model.id({ prefix: "dart" }).primaryKey(),
    level: model.enum([...ASSIGNMENT_LEVELS]),
    target_id: model.text(),
    /** Null: as the next wider level says. */
    order_discount_eligible: model.boolean().nullable(),
    /** What a unit costs the merchant, without tax, by currency: `{"eur": "12.30"}`. */
    costs: model.json().nullable(),
    /** Raised by each change that people make; a save on an earlier one is refused. */
    version: model.number().default(1),
    /** By field: the version in which it was last changed. */
    changed_in: model.json().default({}),
  })
  .indexes([{ name: "IDX_discounts_article_target", on: ["level", "target_id"], unique: true }])
