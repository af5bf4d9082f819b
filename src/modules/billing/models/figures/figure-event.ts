import { model } from "@medusajs/framework/utils"

/** An event of a subscription, written with its time line: what waits to be counted, and what is counted by day (B60). */
export const FigureEvent = model
  .define("billing_figure_event", {
    id: model.id({ prefix: "bfev" }).primaryKey(),
    subscription_id: model.text(),
    type: model.text(),
    as_of: model.text(),
    currency_code: model.text().nullable(),
    is_waiting: model.boolean().default(true),
  })
  .indexes([
    { name: "IDX_billing_figure_event_waiting", on: ["id"], where: "is_waiting" },
    { name: "IDX_billing_figure_event_counted", on: ["as_of", "type"], where: "NOT is_waiting" },
  ])
