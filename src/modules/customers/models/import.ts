import { model } from "@medusajs/framework/utils"

/** That a file was imported (C9). Its rows are in the profiles; the file is not kept. */
export const Import = model.define("customers_import", {
  id: model.id({ prefix: "cimp" }).primaryKey(),
  file_name: model.text(),
  /** Of the file's bytes, in hexadecimal. */
  sha256: model.text(),
  created_count: model.number(),
  updated_count: model.number(),
  unchanged_count: model.number(),
  created_by: model.text().nullable(),
})
