import { model } from "@medusajs/framework/utils"
import { RUN_STATUSES } from "../../../rules/billing/states"

/** A billing run: everything that is due by `as_of`, done by any number of workers (B39). */
export const Run = model
  .define("billing_run", {
    id: model.id({ prefix: "brun" }).primaryKey(),
    as_of: model.text(),
    status: model.enum([...RUN_STATUSES]),
    requested_by: model.text(),
    started_at: model.dateTime().nullable(),
    finished_at: model.dateTime().nullable(),
    /** Counters, added to by SQL as batches finish. */
    issued: model.number().default(0),
    paid: model.number().default(0),
    declined: model.number().default(0),
    unknown: model.number().default(0),
    skipped: model.number().default(0),
    ended: model.number().default(0),
    error: model.text().nullable(),
  })
  .indexes([
    { name: "IDX_billing_run_open", on: ["status"], where: "status IN ('queued', 'running')" },
    { name: "IDX_billing_run_open_as_of", on: ["as_of"], unique: true, where: "status IN ('queued', 'running')" },
  ])
