import { model } from "@medusajs/framework/utils"

/** The figures of a day in a currency, as they stood at its end (B60). The id is `<date>:<currency>`. */
export const DailyFigure = model
  .define("billing_daily_figure", {
    id: model.text().primaryKey(),
    on_date: model.text(),
    currency_code: model.text(),
    mrr: model.bigNumber(),
    at_risk: model.bigNumber(),
    active: model.number(),
    /** Subscriptions that counted for the first time, and that never will again. */
    new: model.number(),
    churned: model.number(),
    /** Past-due ones that have paid, and charges that failed. */
    recovered: model.number(),
    failed: model.number(),
  })
  .indexes([{ name: "IDX_billing_daily_figure_day", on: ["on_date", "currency_code"], unique: true }])
