import { model } from "@medusajs/framework/utils"

/** What is held for a customer in a currency. A check refuses less than nothing. */
export const CustomerBalance = model
  .define("billing_customer_balance", {
    id: model.text().primaryKey(),
    customer_id: model.text(),
    currency_code: model.text(),
    amount: model.bigNumber().default(0),
  })
  .indexes([{ name: "IDX_billing_customer_balance_customer", on: ["customer_id", "currency_code"], unique: true }])
