import { model } from "@medusajs/framework/utils"
import {
  HOLDS,
  REMOTE_STATUSES,
  SERVICE_STATUSES,
  SERVICE_SUSPENSION_REASONS,
  STANDINGS,
} from "../../../rules/provisioning"

/** What a customer has of one unit sold (S4). Its id is derived from the sale and the unit, so it exists once. */
export const Service = model
  .define("provisioning_service", {
    id: model.id({ prefix: "psvc" }).primaryKey(),
    /** The order line that it was sold with; units that are split off keep it. */
    source_id: model.text(),
    unit: model.number(),
    /** The item of a subscription, or the order line, whose unit it is now. */
    item_id: model.text(),
    order_id: model.text(),
    subscription_id: model.text().nullable(),
    product_id: model.text(),
    variant_id: model.text().nullable(),
    title: model.text(),
    customer_id: model.text().nullable(),
    email: model.text().nullable(),
    provider_id: model.text(),
    server_id: model.text().nullable(),
    status: model.enum([...SERVICE_STATUSES]).default("pending"),
    /** What the provider has confirmed. */
    remote: model.enum([...REMOTE_STATUSES]).default("none"),
    /** A creation was tried, and nobody knows that it did not work. */
    may_exist: model.boolean().default(false),
    /** As its sale stood when it was looked at last. */
    standing: model.enum([...STANDINGS]).default("unpaid"),
    has_overdue_invoice: model.boolean().default(false),
    paid_until: model.text().nullable(),
    /** What the provider was told last. */
    expires_on: model.text().nullable(),
    hold: model.enum([...HOLDS]).nullable(),
    hold_note: model.text().nullable(),
    never_suspend: model.boolean().default(false),
    /** Created by itself, or asked for by an admin. */
    is_wanted: model.boolean().default(true),
    /** Its sale is on hold, or was stopped: it is not made. */
    is_on_hold: model.boolean().default(false),
    /** An admin has ended it. */
    is_ended: model.boolean().default(false),
    suspended_for: model.enum([...SERVICE_SUSPENSION_REASONS]).nullable(),
    /** What the provider has made it as, and what it is to be. */
    package_key: model.text().default(""),
    wanted_package_key: model.text().default(""),
    /** The package that its provider would not make, or that staff is at. */
    held_up_package_key: model.text().nullable(),
    configuration: model.json().default({}),
    /** What its buyer has chosen, by key. */
    options: model.json().default({}),
    /** The provider's own memory; never a secret. */
    data: model.json().default({}),
    /** What the customer is shown: label and value. */
    shown: model.json(),
    /** What exists outside and is taken over instead of being created; null: it is created. */
    adopted_key: model.text().nullable(),
    /** Why it is not as it is to be. */
    problem: model.text().nullable(),
    version: model.number().default(1),
    changed_in: model.json().default({}),
  })
  .indexes([
    { name: "IDX_provisioning_service_unit", on: ["source_id", "unit"], unique: true },
    { name: "IDX_provisioning_service_order_id", on: ["order_id"] },
    { name: "IDX_provisioning_service_subscription_id", on: ["subscription_id"] },
    { name: "IDX_provisioning_service_customer_id", on: ["customer_id"] },
    { name: "IDX_provisioning_service_product_id", on: ["product_id"] },
    { name: "IDX_provisioning_service_server_id", on: ["server_id"] },
    { name: "IDX_provisioning_service_status", on: ["status", "id"] },
    {
      name: "IDX_provisioning_service_adopted_key",
      on: ["server_id", "adopted_key"],
      unique: true,
      where: "adopted_key IS NOT NULL AND remote <> 'terminated' AND deleted_at IS NULL",
    },
  ])
