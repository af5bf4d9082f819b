import { model } from "@medusajs/framework/utils"
import { ORDER_DISCOUNT_BASES, PERSONAL_SCOPES } from "../../../rules/discounts/states"

/** The store's discount settings: one row, whose id is `settings`. While there is none, the defaults hold. */
export const Settings = model.define("discounts_settings", {
  id: model.text().primaryKey(),
  is_advanced: model.boolean().default(true),
  on_special_prices: model.boolean().default(false),
  order_discount_base: model.enum([...ORDER_DISCOUNT_BASES]).default("price"),
  personal_scope: model.enum([...PERSONAL_SCOPES]).default("quick_order"),
  max_discount_percent: model.text().nullable(),
  min_margin_percent: model.text().nullable(),
})
