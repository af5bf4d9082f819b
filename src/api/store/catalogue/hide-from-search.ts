import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { Modules } from "@medusajs/framework/utils"
import { hiddenProductIds } from "../../../workflows/ports/store-visibility"

interface SearchQuery {
  entity: string
  filters?: Record<string, unknown>
}

interface SearchIndexes {
  getIndex: (name: string) => { entity: string; fields: Record<string, { filterable?: boolean }> }
}

/** Whether the index holds products and can leave some out by id; an index that is not there is answered by the route. */
function canLeaveOut(search: SearchIndexes, name: string): boolean {
  try {
    const index = search.getIndex(name)
    return index.entity === "product" && index.fields.id?.filterable === true
  } catch {
    return false
  }
}

/**
 * `/store/search`: where a product index can be filtered by `id`, hidden products are not searched, so that counts, pages
 * and facets are right. Whatever the index, `cleanAnswer` takes them out of the hits.
 */
export async function hideFromSearch(
  req: MedusaRequest,
  _res: MedusaResponse,
  next: MedusaNextFunction,
): Promise<void> {
  const search: SearchIndexes | undefined = req.scope.resolve(Modules.SEARCH, { allowUnregistered: true })
  const body = req.validatedBody as SearchQuery | { queries: SearchQuery[] }
  const queries = "queries" in body ? body.queries : [body]
  const narrowed = search ? queries.filter((query) => canLeaveOut(search, query.entity)) : []
  if (narrowed.length) {
    const hidden = await hiddenProductIds(req.scope)
    for (const query of hidden.length ? narrowed : []) {
      // The text that is searched for is taken from the top level alone.
      const { q, ...own } = query.filters ?? {}
      const conditions = [...(Object.keys(own).length ? [own] : []), { id: { $nin: hidden } }]
      query.filters = { ...(q === undefined ? {} : { q }), $and: conditions }
    }
  }
  next()
}
