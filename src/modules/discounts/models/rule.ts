import { model } from "@medusajs/framework/utils"
import { FIXED_PER, MODES, TRIGGERS } from "../../../rules/discounts/states"

/** One step of an article discount (D13). Amounts are exact: numeric columns, read and written as decimal strings. */
export const Rule = model.define("discounts_rule", {
  id: model.id({ prefix: "drul" }).primaryKey(),
  discount_id: model.text(),
  /** The order in which the discount's rules are tried. */
  rank: model.number(),
  trigger: model.enum([...TRIGGERS]),
  /** Both bounds are inclusive; null is open. */
  min_value: model.text().nullable(),
  max_value: model.text().nullable(),
  mode: model.enum([...MODES]),
  value: model.text(),
  per: model.enum([...FIXED_PER]),
  /** Null: in every currency. Never null beside an amount or a fixed value. */
  currency_code: model.text().nullable(),
})
