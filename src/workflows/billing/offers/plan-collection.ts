import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { SaveOffer } from "../../../contracts/billing/offers"

/** What saving an offer does about the product's collection, its group (B2). */
export interface CollectionPlan {
  /** The title of a collection to make; null: none. */
  create: string | null
  /** The collection that the product is put into; null: it stays where it is, or goes into the new one. */
  assign: string | null
}

export type PlannedCollection =
  | { ok: true; plan: CollectionPlan; collectionId: string | null }
  | { ok: false; problem: { field: string; reason: string } }

/** A new collection whose title there is already is that one: the same request twice makes one. */
export async function planCollection(
  container: MedusaContainer,
  wanted: SaveOffer["collection"],
  current: string | null,
): Promise<PlannedCollection> {
  if (!wanted) {
    return { ok: true, plan: { create: null, assign: null }, collectionId: current }
  }
  const filters = "id" in wanted ? { id: wanted.id } : { title: wanted.title }
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({ entity: "product_collection", fields: ["id"], filters })
  const [found] = data
  if (found) {
    const plan = { create: null, assign: found.id === current ? null : found.id }
    return { ok: true, plan, collectionId: found.id }
  }
  return "id" in wanted
    ? { ok: false, problem: { field: "collection.id", reason: "is not a collection" } }
    : { ok: true, plan: { create: wanted.title, assign: null }, collectionId: "new" }
}
