import { model } from "@medusajs/framework/utils"

/** A search with its filters, which a user has saved under a name (C2). */
export const SavedFilter = model
  .define("customers_saved_filter", {
    id: model.id({ prefix: "cfilt" }).primaryKey(),
    user_id: model.text(),
    name: model.text(),
    query: model.json(),
  })
  .indexes([{ name: "IDX_customers_saved_filter_name", on: ["user_id", "name"], unique: true }])
