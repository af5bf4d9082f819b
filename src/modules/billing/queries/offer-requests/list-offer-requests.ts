import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { OfferRequestStatus } from "../../../../rules/billing"
import { offerRequestColumns, offerRequests, type OfferRequestRow } from "./offer-requests"

export interface OfferRequestFilters {
  status?: OfferRequestStatus[] | undefined
}

/** One page of requests, the latest first, and how many there are in all. */
export async function listOfferRequests(
  knex: Knex,
  { status }: OfferRequestFilters,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ requests: OfferRequestRow[]; count: number }> {
  const matching = offerRequests(knex)
  if (status?.length) {
    void matching.whereIn("status", status)
  }
  const [counted] = await matching.clone().count<{ count: string }[]>("id as count")
  const requests: OfferRequestRow[] = await matching
    .clone()
    .select(...offerRequestColumns(knex))
    .orderBy("id", "desc")
    .limit(limit)
    .offset(offset)
  return { requests, count: Number(counted?.count ?? 0) }
}
