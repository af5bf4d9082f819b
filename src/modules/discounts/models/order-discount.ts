import { model } from "@medusajs/framework/utils"
import { RENEWAL_TERMS } from "../../../rules/discounts/states"

/** A set of ranges over the order's value (D1, D4). The first set in position that matches applies, alone. */
export const OrderDiscount = model.define("discounts_order_discount", {
  id: model.id({ prefix: "dord" }).primaryKey(),
  name: model.text(),
  position: model.number(),
  is_active: model.boolean().default(true),
  groups: model.array().default([]),
  limited_duration: model.boolean().default(false),
  starts_on: model.text().nullable(),
  ends_on: model.text().nullable(),
  note: model.text().nullable(),
  renewals: model.enum([...RENEWAL_TERMS]),
  renewal_cycles: model.number().nullable(),
  usage_limit: model.number().nullable(),
  usage_limit_per_customer: model.number().nullable(),
  used: model.number().default(0),
  /** Raised by each change that people make; a save on an earlier one is refused. */
  version: model.number().default(1),
  /** By field: the version in which it was last changed. */
  changed_in: model.json().default({}),
})
