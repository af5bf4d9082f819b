import { model } from "@medusajs/framework/utils"
import { Cycle } from "./cycle"

/** The set-up fee of a cycle in one currency, in major units, per unit bought (B7). */
export const SetupFee = model
  .define("billing_setup_fee", {
    id: model.id({ prefix: "bfee" }).primaryKey(),
    currency_code: model.text(),
    amount: model.bigNumber(),
    cycle: model.belongsTo(() => Cycle, { mappedBy: "setup_fees" }),
  })
  .indexes([
    {
      name: "IDX_billing_setup_fee_currency",
      on: ["cycle_id", "currency_code"],
      unique: true,
      where: "deleted_at IS NULL",
    },
  ])
