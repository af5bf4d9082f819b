import { model } from "@medusajs/framework/utils"
import { DISCOUNT_TYPES, RENEWAL_TERMS } from "../../../rules/discounts/states"

/** An article discount (D10). Its rules and assignments go with it; what it gave stays in `discounts_applied`. */
export const Discount = model.define("discounts_discount", {
  id: model.id({ prefix: "disc" }).primaryKey(),
  name: model.text(),
  type: model.enum([...DISCOUNT_TYPES]),
  is_active: model.boolean().default(true),
  /** Ids of customer groups, or `everyone`; none: for no one (D16). */
  groups: model.array().default([]),
  /** For the merchant only. */
  note: model.text().nullable(),
  renewals: model.enum([...RENEWAL_TERMS]),
  renewal_cycles: model.number().nullable(),
  usage_limit: model.number().nullable(),
  usage_limit_per_customer: model.number().nullable(),
  /** How many orders used it. Raised by one conditional update; a check refuses more than `usage_limit`. */
  used: model.number().default(0),
  /** Raised by each change that people make; a save on an earlier one is refused. */
  version: model.number().default(1),
  /** By field: the version in which it was last changed. */
  changed_in: model.json().default({}),
})
