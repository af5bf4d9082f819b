import { model } from "@medusajs/framework/utils"

/** That a file of subscriptions was moved in (B62). Its rows are the subscriptions; the file is not kept. */
export const Import = model.define("billing_import", {
  id: model.id({ prefix: "bimp" }).primaryKey(),
  format: model.text(),
  file_name: model.text(),
  /** Of the file's bytes, in hexadecimal. */
  sha256: model.text(),
  created_count: model.number(),
  unchanged_count: model.number(),
  /** Rows of what has ended. */
  left_out_count: model.number(),
  new_customer_count: model.number(),
  created_by: model.text().nullable(),
})
