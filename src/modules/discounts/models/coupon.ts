import { model } from "@medusajs/framework/utils"
import { RENEWAL_TERMS } from "../../../rules/discounts/states"

/** On which bills of a subscription a promotion of Medusa is given (B28); one without a row: on the first order only. */
export const Coupon = model
  .define("discounts_coupon", {
    id: model.id({ prefix: "dcpn" }).primaryKey(),
    promotion_id: model.text(),
    renewals: model.enum([...RENEWAL_TERMS]),
    renewal_cycles: model.number().nullable(),
    /** Raised by each change that people make; a save on an earlier one is refused. */
    version: model.number().default(1),
    /** By field: the version in which it was last changed. */
    changed_in: model.json().default({}),
  })
  .indexes([{ name: "IDX_discounts_coupon_promotion_id", on: ["promotion_id"], unique: true }])
