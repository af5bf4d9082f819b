import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { ServiceStatus } from "../../../../rules/provisioning"
import type { ServiceRow } from "./service-row"

export interface ServiceFilters {
  status?: ServiceStatus[]
  provider_id?: string[]
  order_id?: string
  subscription_id?: string
  customer_id?: string
  product_id?: string
  server_id?: string
  /** Those that were sold with these lines are left out. */
  without_sources?: string[]
  /** A part of the title or of the e-mail address. */
  q?: string
}

const likeOf = (text: string): string => `%${text.replace(/[\\%_]/g, "\\$&")}%`

/** One page of services, the latest first, and how many there are in all. */
export async function listServices(
  knex: Knex,
  { status, provider_id, without_sources, q, ...ids }: ServiceFilters,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ services: ServiceRow[]; count: number }> {
  const matching = knex("provisioning_service").whereNull("deleted_at")
  for (const [column, value] of Object.entries(ids)) {
    if (value) {
      void matching.where(column, value)
    }
  }
  if (status?.length) {
    void matching.whereIn("status", status)
  }
  if (provider_id?.length) {
    void matching.whereIn("provider_id", provider_id)
  }
  if (without_sources?.length) {
    void matching.whereNotIn("source_id", without_sources)
  }
  if (q) {
    void matching.whereRaw("(title ilike ? or email ilike ?)", [likeOf(q), likeOf(q)])
  }
  const [counted] = await matching.clone().count<{ count: string }[]>("id as count")
  const services: ServiceRow[] = await matching.clone().select("*").orderBy("id", "desc").limit(limit).offset(offset)
  return { services, count: Number(counted?.count ?? 0) }
}

/** A service; null where there is none. */
export async function findService(knex: Knex, id: string): Promise<ServiceRow | null> {
  const row = await knex("provisioning_service")
    .where({ id })
    .whereNull("deleted_at")
    .first<ServiceRow | undefined>("*")
  return row ?? null
}

/** The lines that a customer's services were sold with, each once. */
export const sourcesOfCustomer = (knex: Knex, customerId: string): Promise<string[]> =>
  knex("provisioning_service").where("customer_id", customerId).whereNull("deleted_at").distinct().pluck("source_id")

/** How many services are in which state. */
export async function countServices(knex: Knex): Promise<Record<string, number>> {
  const rows: { status: string; count: string }[] = await knex("provisioning_service")
    .select("status")
    .count("id as count")
    .whereNull("deleted_at")
    .groupBy("status")
  return Object.fromEntries(rows.map(({ status, count }) => [status, Number(count)]))
}
