import { model } from "@medusajs/framework/utils"

/** One use of an article or order discount; one per record (D24). Released at most once. */
export const Use = model
  .define("discounts_use", {
    id: model.id({ prefix: "duse" }).primaryKey(),
    discount_id: model.text(),
    record_id: model.text(),
    cart_id: model.text().nullable(),
    order_id: model.text().nullable(),
    /** The account's id, else the e-mail address in lower case: `buyerKeys`. */
    customer_key: model.text().nullable(),
    released_at: model.dateTime().nullable(),
  })
  .indexes([
    { name: "IDX_discounts_use_once", on: ["discount_id", "record_id"], unique: true },
    { name: "IDX_discounts_use_record_id", on: ["record_id"] },
    {
      name: "IDX_discounts_use_customer",
      on: ["customer_key", "discount_id"],
      where: "customer_key IS NOT NULL",
    },
    { name: "IDX_discounts_use_order_id", on: ["order_id"], where: "order_id IS NOT NULL" },
  ])
