import { model } from "@medusajs/framework/utils"
import { CALL_STATUSES, SERVICE_ACTIONS } from "../../../rules/provisioning"

/** A call of a provider, recorded before it is made (S5). A service has at most one that is not over. Its id is the idempotency key. */
export const Call = model
  .define("provisioning_call", {
    id: model.id({ prefix: "pcall" }).primaryKey(),
    service_id: model.text(),
    action: model.enum([...SERVICE_ACTIONS]),
    status: model.enum([...CALL_STATUSES]).default("waiting"),
    server_id: model.text().nullable(),
    /** What was asked last, without secrets. */
    request: model.json().nullable(),
    reason: model.text().nullable(),
    attempts: model.number().default(0),
    /** Attempts whose end is known; fewer than `attempts`: a worker was lost. */
    settled_attempts: model.number().default(0),
    failures: model.number().default(0),
    is_in_doubt: model.boolean().default(false),
    /** When it is tried; while it runs, when another worker takes it over. */
    next_try_at: model.dateTime().nullable(),
    asked_by: model.text().default("system"),
    ended_at: model.dateTime().nullable(),
  })
  .indexes([
    {
      name: "IDX_provisioning_call_current",
      on: ["service_id"],
      unique: true,
      where: "status IN ('waiting', 'running', 'awaiting_staff', 'failed') AND deleted_at IS NULL",
    },
    {
      name: "IDX_provisioning_call_due",
      on: ["next_try_at", "id"],
      where: "next_try_at IS NOT NULL AND deleted_at IS NULL",
    },
    { name: "IDX_provisioning_call_service_id", on: ["service_id", "id"] },
    {
      name: "IDX_provisioning_call_open",
      on: ["status", "id"],
      where: "status IN ('waiting', 'running', 'awaiting_staff', 'failed') AND deleted_at IS NULL",
    },
  ])
