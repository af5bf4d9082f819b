import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { ExportedCustomer } from "../../../../rules/customers"
import { CUSTOMER_COLUMNS } from "../../../../rules/customers"
import { whereStale, type ProfilesToList } from "../profiles/list-profiles"
import { hasTrigrams, whereFound } from "../search/search-condition"

type ProfilesToExport = Omit<ProfilesToList, "limit" | "offset" | "most">

const COLUMNS = CUSTOMER_COLUMNS.filter((column) => column !== "notes")

/** The next customers of an export after an id, each with the latest note. An export asks until there are none. */
export async function exportProfiles(
  knex: Knex,
  { terms, staleBefore, status, temperature }: ProfilesToExport,
  { after, limit }: { after: string; limit: number },
): Promise<ExportedCustomer[]> {
  const latest = knex("customers_note as n")
    .select("n.text")
    .whereRaw("n.profile_id = p.id")
    .whereNull("n.deleted_at")
    .orderByRaw("n.created_at desc, n.id desc")
    .limit(1)
    .as("notes")
  const rows = knex("customers_profile as p").whereNull("p.deleted_at").where("p.id", ">", after)
  whereFound(rows, terms, await hasTrigrams(knex))
  whereStale(rows, staleBefore)
  if (status?.length) {
    rows.whereIn("p.status", [...status])
  }
  if (temperature?.length) {
    rows.whereIn("p.temperature", [...temperature])
  }
  return rows
    .select(...COLUMNS.map((column) => `p.${column}`), latest)
    .orderBy("p.id")
    .limit(limit)
}
