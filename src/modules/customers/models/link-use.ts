import { model } from "@medusajs/framework/utils"

/** That a link was used: a form of its page was sent, once a form key (C20). */
export const LinkUse = model
  .define("customers_link_use", {
    id: model.id({ prefix: "cluse" }).primaryKey(),
    link_id: model.text(),
    form_key: model.text(),
    used_at: model.dateTime(),
  })
  .indexes([{ name: "IDX_customers_link_use_once", on: ["link_id", "form_key"], unique: true }])
