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
  /** Beginnings of words in the title and the e-mail address, without case and accents. */
  q?: string
}

const SEARCHED = "title || ' ' || coalesce(email, '')"
/** As many signs of a word are indexed; the text decides about the rest of a longer one. */
const PREFIX_LENGTH = 12

/** Every word has to be found; words are signs and spaces apart, so a search for neither finds nothing. */
function whereWords(services: Knex.QueryBuilder, q: string): void {
  void services.whereRaw(
    `provisioning_prefixes(${SEARCHED}) @> (select array_agg(left(word, ${PREFIX_LENGTH})) from provisioning_words(?) word)`,
    [q],
  )
  if ([...q.normalize("NFKD")].length > PREFIX_LENGTH) {
    void services.whereRaw(
      `provisioning_fold(${SEARCHED}) like all (array(select '%' || word || '%' from provisioning_words(?) word
        where length(word) > ${PREFIX_LENGTH}))`,
      [q],
    )
  }
}

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
    whereWords(matching, q)
  }
  return q ? pageOfFound(knex, matching.select("id"), { limit, offset }) : pageOf(matching, { limit, offset })
}

interface Page {
  limit: number
  offset: number
}

interface ServicePage {
  services: ServiceRow[]
  count: number
}

async function pageOf(matching: Knex.QueryBuilder, { limit, offset }: Page): Promise<ServicePage> {
  const [counted] = await matching.clone().count<{ count: string }[]>("id as count")
  const services: ServiceRow[] = await matching.clone().select("*").orderBy("id", "desc").limit(limit).offset(offset)
  return { services, count: Number(counted?.count ?? 0) }
}

/** What is searched is looked up once, for the page and for its count. */
async function pageOfFound(knex: Knex, found: Knex.QueryBuilder, { limit, offset }: Page): Promise<ServicePage> {
  const [row] = await knex
    .withMaterialized("found", found)
    .select<{ count: string; ids: string[] }[]>(
      knex.raw("(select count(*) from found) as count"),
      knex.raw("array(select id from found order by id desc limit ? offset ?) as ids", [limit, offset]),
    )
  const services: ServiceRow[] = row?.ids.length
    ? await knex("provisioning_service").whereIn("id", row.ids).select("*").orderBy("id", "desc")
    : []
  return { services, count: Number(row?.count ?? 0) }
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
