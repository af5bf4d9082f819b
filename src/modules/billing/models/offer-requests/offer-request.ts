import { model } from "@medusajs/framework/utils"
import { OFFER_REQUEST_SOURCES, OFFER_REQUEST_STATUSES } from "../../../../rules/billing/states"

/** What somebody asks for that is sold on request (B11), as it was typed. */
export const OfferRequest = model
  .define("billing_offer_request", {
    id: model.id({ prefix: "breq" }).primaryKey(),
    status: model.enum([...OFFER_REQUEST_STATUSES]),
    source: model.enum([...OFFER_REQUEST_SOURCES]),
    product_id: model.text(),
    /** The cycle; null: the request names none. */
    variant_id: model.text().nullable(),
    /** What it was called on that day. */
    title: model.text(),
    quantity: model.number(),
    name: model.text(),
    email: model.text().nullable(),
    phone: model.text().nullable(),
    message: model.text().nullable(),
    /** Who was logged in, or whose link it was; an e-mail address that was typed binds to nobody. */
    customer_id: model.text().nullable(),
    region_id: model.text().nullable(),
    sales_channel_id: model.text().nullable(),
    locale: model.text().nullable(),
    /** One form asks once. */
    form_key: model.text(),
    received_at: model.dateTime(),
    as_of: model.text(),
    /** The draft order that quotes it. */
    order_id: model.text().nullable(),
    currency_code: model.text().nullable(),
    unit_price: model.bigNumber().nullable(),
    /** Why it was closed. */
    note: model.text().nullable(),
    handled_by: model.text().nullable(),
    handled_on: model.text().nullable(),
  })
  .indexes([
    { name: "IDX_billing_offer_request_form_key", on: ["form_key"], unique: true },
    {
      name: "IDX_billing_offer_request_order_id",
      on: ["order_id"],
      unique: true,
      where: "order_id IS NOT NULL AND deleted_at IS NULL",
    },
    { name: "IDX_billing_offer_request_status", on: ["status", "id"], where: "deleted_at IS NULL" },
    {
      name: "IDX_billing_offer_request_customer_id",
      on: ["customer_id"],
      where: "customer_id IS NOT NULL AND deleted_at IS NULL",
    },
  ])
