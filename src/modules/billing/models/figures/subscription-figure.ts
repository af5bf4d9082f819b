import { model } from "@medusajs/framework/utils"

/** What a subscription adds to the figures as they stand (B60). */
export const SubscriptionFigure = model
  .define("billing_subscription_figure", {
    id: model.text().primaryKey(),
    currency_code: model.text(),
    is_active: model.boolean(),
    mrr: model.bigNumber(),
    at_risk: model.bigNumber(),
    /** The day on which it is due next; null: never again, or not as things stand. */
    renews_on: model.text().nullable(),
    renewal_amount: model.bigNumber(),
  })
  .indexes([
    {
      name: "IDX_billing_subscription_figure_renews_on",
      on: ["renews_on", "currency_code"],
      where: "renews_on IS NOT NULL",
    },
    { name: "IDX_billing_subscription_figure_active", on: ["currency_code", "id"], where: "is_active" },
  ])
