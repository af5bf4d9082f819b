import { model } from "@medusajs/framework/utils"
import { INTERVAL_UNITS } from "../../../rules/billing/states"
import { Offer } from "./offer"
import { SetupFee } from "./setup-fee"

/**
 * One billing cycle of an offer, which is one variant of the product (decision 0005). Its price is the variant's
 * price. A lifetime or free offer has cycles without an interval, so that they can carry a set-up fee.
 */
export const Cycle = model
  .define("billing_cycle", {
    id: model.id({ prefix: "bcyc" }).primaryKey(),
    variant_id: model.text(),
    interval_unit: model.enum([...INTERVAL_UNITS]).nullable(),
    interval_count: model.number().nullable(),
    rank: model.number().default(0),
    /** Whether the variant was made for this cycle: then it goes with it. A merchant's own variant stays. */
    made_variant: model.boolean().default(false),
    offer: model.belongsTo(() => Offer, { mappedBy: "cycles" }),
    setup_fees: model.hasMany(() => SetupFee, { mappedBy: "cycle" }),
  })
  .cascades({ delete: ["setup_fees"] })
  .indexes([
    { name: "IDX_billing_cycle_variant_id", on: ["variant_id"], unique: true, where: "deleted_at IS NULL" },
    {
      name: "IDX_billing_cycle_interval",
      on: ["offer_id", "interval_unit", "interval_count"],
      unique: true,
      where: "interval_unit IS NOT NULL AND deleted_at IS NULL",
    },
  ])
