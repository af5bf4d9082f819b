import { model } from "@medusajs/framework/utils"

/** A warning that an admin was given before selling what no customer could order (decision 0025). */
export const SaleWarning = model.define("billing_sale_warning", {
  /** Derived from the rest, so that a warning is given once. */
  id: model.text().primaryKey(),
  /** The order or exchange by which it is sold; `new` for a draft that does not exist yet. */
  sale: model.text(),
  actor_id: model.text(),
  variant_id: model.text(),
  code: model.text(),
  warned_at: model.dateTime(),
})
