import { model } from "@medusajs/framework/utils"
import { CHANGE_KINDS, CHANGE_STATUSES } from "../../../../rules/billing/states"

/** A change of what a subscription is for (B25), with the figures that were decided. */
export const SubscriptionChange = model
  .define("billing_subscription_change", {
    id: model.id({ prefix: "bchg" }).primaryKey(),
    subscription_id: model.text(),
    status: model.enum([...CHANGE_STATUSES]),
    kind: model.enum([...CHANGE_KINDS]),
    /** The first day of the new terms. */
    on_date: model.text(),
    /** The terms before it; where they are others by then, a scheduled change is withdrawn. */
    from: model.json(),
    /** The item's columns under the new terms. */
    to: model.json(),
    /** Which invoice is credited by how much; null: nothing is. */
    credit: model.json().nullable(),
    /** The first cycle of the new terms where it was billed before its day: it begins on that day; null: it was not. */
    billed_cycle: model.number().nullable(),
    as_of: model.text(),
    actor: model.text(),
  })
  .indexes([
    {
      name: "IDX_billing_subscription_change_open",
      on: ["subscription_id"],
      unique: true,
      where: "status IN ('crediting', 'scheduled')",
    },
    { name: "IDX_billing_subscription_change_crediting", on: ["id"], where: "status = 'crediting'" },
    {
      name: "IDX_billing_subscription_change_billed",
      on: ["on_date", "id"],
      where: "status = 'scheduled' AND billed_cycle IS NOT NULL",
    },
    { name: "IDX_billing_subscription_change_subscription", on: ["subscription_id", "id"] },
  ])
