import { model } from "@medusajs/framework/utils"
import { SALE_EVENT_KINDS, SALE_STATUSES } from "../../../rules/sales"

/** A link of a sale's chain (H5, H8). Rows never change; the hash is made of the texts as they stand here. */
export const SaleEvent = model
  .define("sales_event", {
    id: model.id({ prefix: "sevn" }).primaryKey(),
    sale_id: model.text(),
    seq: model.number(),
    kind: model.enum([...SALE_EVENT_KINDS]),
    /** When it happened, and when it was written: instants in ISO 8601, as text. */
    occurred_at: model.text(),
    recorded_at: model.text(),
    actor: model.text(),
    from_status: model.enum([...SALE_STATUSES]).nullable(),
    to_status: model.enum([...SALE_STATUSES]).nullable(),
    reason: model.text().nullable(),
    /** What it adds to the figures, and the store's day on which. */
    counted_on: model.text().nullable(),
    amount: model.text().nullable(),
    /** What it was: a chain has each once. */
    source: model.text(),
    /** Canonical JSON. */
    content: model.text(),
    /** What concerns people, each encrypted under a key of their own (H6). */
    personal: model.text().nullable(),
    snapshot_number: model.number().nullable(),
    snapshot_hash: model.text().nullable(),
    previous_hash: model.text(),
    hash: model.text(),
  })
  .indexes([
    { name: "IDX_sales_event_seq", on: ["sale_id", "seq"], unique: true },
    { name: "IDX_sales_event_source", on: ["sale_id", "source"], unique: true },
    { name: "IDX_sales_event_figures", on: ["counted_on", "sale_id"], where: "amount IS NOT NULL" },
    { name: "IDX_sales_event_refunds", on: ["counted_on", "sale_id"], where: "amount < 0" },
  ])
