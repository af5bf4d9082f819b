import { model } from "@medusajs/framework/utils"
import { RENEWAL_STATUSES } from "../../../rules/billing/states"

/** One cycle of one subscription coming due. Its id is derived from both, so it exists once. */
export const Renewal = model
  .define("billing_renewal", {
    id: model.text().primaryKey(),
    subscription_id: model.text(),
    cycle: model.number(),
    period_start: model.text(),
    period_end: model.text(),
    due_on: model.text(),
    /** The date that dunning counts from, where it is not `due_on`: moved by an admin, or a payment failed late. */
    dunning_from: model.text().nullable(),
    status: model.enum([...RENEWAL_STATUSES]),
    /** Why it was skipped or failed. */
    reason: model.text().nullable(),
    /** The renewal whose order and invoice it is on, and by which it is collected; null: its own. */
    billed_with: model.text().nullable(),
    order_id: model.text().nullable(),
    invoice_id: model.text().nullable(),
    payment_collection_id: model.text().nullable(),
    currency_code: model.text(),
    /** The payable total, rounded to the currency's minor unit. */
    total: model.bigNumber().nullable(),
    /** The business date of the next attempt to collect; null: none is to be made by itself. */
    collect_on: model.text().nullable(),
    /** How many attempts to collect it have been settled; the next one's number is the one after. */
    attempts: model.number().default(0),
    run_id: model.text().nullable(),
    /** The run that tried to collect it last: one run tries once. */
    collected_by_run: model.text().nullable(),
    claimed_by: model.text().nullable(),
    claimed_until: model.dateTime().nullable(),
  })
  .indexes([
    { name: "IDX_billing_renewal_subscription_cycle", on: ["subscription_id", "cycle"], unique: true },
    {
      name: "IDX_billing_renewal_order_id",
      on: ["order_id"],
      unique: true,
      where: "order_id IS NOT NULL AND billed_with IS NULL",
    },
    { name: "IDX_billing_renewal_billed_with", on: ["billed_with"], where: "billed_with IS NOT NULL" },
    {
      name: "IDX_billing_renewal_once_on_invoice",
      on: ["subscription_id", "billed_with"],
      unique: true,
      where: "billed_with IS NOT NULL",
    },
    { name: "IDX_billing_renewal_preparing", on: ["id"], where: "status = 'preparing'" },
    { name: "IDX_billing_renewal_collect_on", on: ["collect_on", "id"], where: "collect_on IS NOT NULL" },
    { name: "IDX_billing_renewal_owed", on: ["subscription_id"], where: "status IN ('issued', 'failed')" },
    { name: "IDX_billing_renewal_updated_at", on: ["updated_at"] },
    { name: "IDX_billing_renewal_invoice_id", on: ["invoice_id"], where: "invoice_id IS NOT NULL" },
    { name: "IDX_billing_renewal_run_id", on: ["run_id"], where: "run_id IS NOT NULL" },
    { name: "IDX_billing_renewal_collected_by_run", on: ["collected_by_run"], where: "collected_by_run IS NOT NULL" },
  ])
