import { model } from "@medusajs/framework/utils"
import { MOVEMENT_KINDS } from "../../../../rules/billing/figures/figure-kinds"

/** By how much a subscription's figures moved on a day (B60). Never changed: all of them add up to the figures. */
export const FigureMovement = model
  .define("billing_figure_movement", {
    id: model.id({ prefix: "bfmv" }).primaryKey(),
    subscription_id: model.text(),
    currency_code: model.text(),
    on_date: model.text(),
    kind: model.enum([...MOVEMENT_KINDS]),
    mrr: model.bigNumber(),
    at_risk: model.bigNumber(),
    active: model.number(),
  })
  .indexes([
    { name: "IDX_billing_figure_movement_on_date", on: ["on_date", "currency_code", "kind"] },
    { name: "IDX_billing_figure_movement_subscription_id", on: ["subscription_id"] },
  ])
