import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { ServiceAction } from "../../../../rules/provisioning"
import { insertRows, newId } from "../../../core"
import type { ServiceChange, ServiceRow } from "./service-row"

const CHUNK = 500
const JSON_COLUMNS = ["configuration", "data", "shown"] as const

export type NewService = Pick<
  ServiceRow,
  "id" | "source_id" | "unit" | "item_id" | "order_id" | "subscription_id" | "product_id" | "variant_id" | "title"
> &
  Pick<
    ServiceRow,
    "customer_id" | "email" | "provider_id" | "is_wanted" | "is_on_hold" | "standing" | "has_overdue_invoice"
  > &
  Pick<ServiceRow, "paid_until" | "package_key" | "wanted_package_key">

/** Stores new services; one that there is already stays as it is. */
export async function insertServices(trx: Knex, services: readonly NewService[]): Promise<void> {
  for (let from = 0; from < services.length; from += CHUNK) {
    await trx("provisioning_service")
      .insert(services.slice(from, from + CHUNK))
      .onConflict(["source_id", "unit"])
      .ignore()
  }
}

/** Changes a service that is locked. */
export async function changeService(trx: Knex, id: string, change: ServiceChange): Promise<void> {
  const json = Object.fromEntries(
    JSON_COLUMNS.flatMap((column) => (change[column] === undefined ? [] : [[column, JSON.stringify(change[column])]])),
  )
  await trx("provisioning_service")
    .where({ id })
    .update({ ...change, ...json, updated_at: trx.fn.now() })
}

export interface NewCall {
  service_id: string
  action: ServiceAction
  server_id: string | null
  asked_by: string
}

/** Records calls that are to be made at once. */
export async function insertCalls(trx: Knex, calls: readonly NewCall[]): Promise<void> {
  const rows = calls.map((call) => ({ ...call, id: newId("pcall"), next_try_at: trx.fn.now() }))
  await insertRows(trx, { table: "provisioning_call", rows, chunk: CHUNK })
}

/** A call that nobody makes any more: something else is wanted. */
export async function supersedeCall(trx: Knex, id: string): Promise<void> {
  await trx("provisioning_call")
    .where({ id })
    .whereNot("status", "running")
    .update({ status: "superseded", next_try_at: null, ended_at: trx.fn.now(), updated_at: trx.fn.now() })
}

/** Sets whether the services of a customer are never suspended. */
export async function markCustomer(trx: Knex, customerId: string, neverSuspend: boolean): Promise<void> {
  await trx("provisioning_customer")
    .insert({ id: newId("pcus"), customer_id: customerId, never_suspend: neverSuspend })
    .onConflict("customer_id")
    .merge({ never_suspend: neverSuspend, updated_at: trx.fn.now() })
}

/** Whether the services of a customer are never suspended. */
export async function isCustomerNeverSuspended(knex: Knex, customerId: string): Promise<boolean> {
  const row = await knex("provisioning_customer")
    .where({ customer_id: customerId, never_suspend: true })
    .whereNull("deleted_at")
    .first<{ id: string } | undefined>("id")
  return row !== undefined
}
