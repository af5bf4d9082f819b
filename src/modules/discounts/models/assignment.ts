import { model } from "@medusajs/framework/utils"
import { ASSIGNMENT_LEVELS } from "../../../rules/discounts/states"

/** An article discount on one variant, product, collection or category, with its place in that target's list (D12). */
export const Assignment = model
  .define("discounts_assignment", {
    id: model.id({ prefix: "dasg" }).primaryKey(),
    discount_id: model.text(),
    level: model.enum([...ASSIGNMENT_LEVELS]),
    target_id: model.text(),
    position: model.number(),
    /**
     * Only where this is on do the dates count. Both are inclusive, as YYYY-MM-DD in the store's zone; null is open.
     */
    limited_duration: model.boolean().default(false),
    starts_on: model.text().nullable(),
    ends_on: model.text().nullable(),
  })
  .indexes([
    { name: "IDX_discounts_assignment_target", on: ["level", "target_id", "discount_id"], unique: true },
    { name: "IDX_discounts_assignment_discount_id", on: ["discount_id"] },
  ])
