import { model } from "@medusajs/framework/utils"

/**
 * What the room stores about a product or a variant: whether the order discount applies to it (D3), and its cost (D24).
 */
export const Article = model
  .define("discounts_article", {
    id: model.id({ prefix: "dart" }).primaryKey(),
    level: model.enum(["product", "variant"]),
    target_id: model.text(),
    /** Null on a variant: as its product. Null on a product: no. */
    order_discount_eligible: model.boolean().nullable(),
    /** What a unit costs the merchant, without tax, by currency: `{"eur": "12.30"}`. */
    costs: model.json().nullable(),
    /** Raised by each change that people make; a save on an earlier one is refused. */
    version: model.number().default(1),
    /** By field: the version in which it was last changed. */
    changed_in: model.json().default({}),
  })
  .indexes([{ name: "IDX_discounts_article_target", on: ["level", "target_id"], unique: true }])
