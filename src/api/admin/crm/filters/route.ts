import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { SavedFilterAnswer, SavedQuery, SaveFilter } from "../../../../contracts/customers/saved-filters"
import { savedFilters, saveFilter } from "../../../../modules/customers"
import { customersDatabase } from "../../../../workflows/customers/profiles/editing"

/** Each user's own, by name. */
export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<{ filters: SavedFilterAnswer[] }>,
): Promise<void> {
  const filters = await savedFilters(customersDatabase(req.scope), req.auth_context.actor_id)
  res.json({ filters: filters.map(({ query, ...filter }) => ({ ...filter, query: query as SavedQuery })) })
}

/** One of the same name is replaced. */
export async function POST(
  req: AuthenticatedMedusaRequest<SaveFilter>,
  res: MedusaResponse<{ filter: SavedFilterAnswer }>,
): Promise<void> {
  const { name, query } = req.validatedBody
  const id = await saveFilter(customersDatabase(req.scope), { userId: req.auth_context.actor_id, name, query })
  res.status(201).json({ filter: { id, name, query } })
}
