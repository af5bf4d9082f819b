import { model } from "@medusajs/framework/utils"
import { SUBSCRIPTION_ITEM_KINDS } from "../../../rules/billing/states"
import { Subscription } from "./subscription"

/** A subscription's item, with its agreed terms (B22). */
export const SubscriptionItem = model
  .define("billing_subscription_item", {
    id: model.id({ prefix: "bsi" }).primaryKey(),
    kind: model.enum([...SUBSCRIPTION_ITEM_KINDS]),
    /** The item of the package that a content is in. */
    parent_id: model.text().nullable(),
    /** No customer may learn of it: its money is in its package's (P13). */
    is_hidden: model.boolean().default(false),
    /** Of a package: whether documents list its contents (P3). */
    is_listed: model.boolean().default(true),
    /** Its place among the contents of its package. */
    position: model.number().default(0),
    /** The record of the ordered line, of a package and its contents. */
    line_record_id: model.text().nullable(),
    quantity: model.number(),
    offer_id: model.text(),
    cycle_id: model.text(),
    product_id: model.text(),
    variant_id: model.text(),
    title: model.text(),
    /** Recurring price of one unit, as agreed; with tax in it if `is_tax_inclusive`. */
    unit_price: model.bigNumber(),
    is_tax_inclusive: model.boolean().default(false),
    /** The order line's own fields (`product_title`, `variant_sku`, …) as ordered. */
    snapshot: model.json(),
    /** The order's discounts that continue on its renewals, as ordered (B28). */
    discounts: model.json().default([] as unknown as Record<string, unknown>),
    /** The order line that created it; null for units that were split off. */
    order_line_id: model.text().nullable(),
    split_from_id: model.text().nullable(),
    /** What it has followed of its order line, units that were split off included; null for those. */
    ordered: model.json().nullable(),
    subscription: model.belongsTo(() => Subscription, { mappedBy: "items" }),
  })
  .indexes([
    {
      name: "IDX_billing_subscription_item_order_line_id",
      on: ["order_line_id"],
      unique: true,
      where: "order_line_id IS NOT NULL",
    },
    {
      name: "IDX_billing_subscription_item_line_record_id",
      on: ["line_record_id"],
      where: "line_record_id IS NOT NULL",
    },
    {
      name: "IDX_billing_subscription_item_split_from_id",
      on: ["split_from_id"],
      where: "split_from_id IS NOT NULL",
    },
    { name: "IDX_billing_subscription_item_updated_at", on: ["updated_at"] },
    { name: "IDX_billing_subscription_item_product_id", on: ["product_id"] },
    { name: "IDX_billing_subscription_item_variant_id", on: ["variant_id"] },
    { name: "IDX_billing_subscription_item_cycle_id", on: ["cycle_id"] },
  ])
