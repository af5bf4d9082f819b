import { model } from "@medusajs/framework/utils"

/** The key of a person's fields in all sales (H6). Erasure takes the key away, and nothing else. */
export const Person = model
  .define("sales_person", {
    id: model.id({ prefix: "sper" }).primaryKey(),
    /** Medusa's id of the customer; of an order without one, the order's. */
    customer_ref: model.text(),
    /** The person's key, wrapped by the store's; null: erased. */
    wrapped_key: model.text().nullable(),
    /** The first signs of the store's key's hash, so that a wrong key is named. */
    wrapped_by: model.text(),
    erased_at: model.dateTime().nullable(),
    erased_by: model.text().nullable(),
  })
  .indexes([{ name: "IDX_sales_person_customer_ref", on: ["customer_ref"], unique: true, where: "erased_at IS NULL" }])
