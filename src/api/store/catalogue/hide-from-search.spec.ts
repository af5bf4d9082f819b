import { storeVisibility } from "../../../workflows/ports/store-visibility"
import { hideFromSearch } from "./hide-from-search"

type Fields = Record<string, { filterable?: boolean }>

const INDEXES: Record<string, { entity: string; fields: Fields }> = {
  products: { entity: "product", fields: { id: { filterable: true } } },
  products_without_id: { entity: "product", fields: { id: {} } },
  posts: { entity: "post", fields: { id: { filterable: true } } },
}

const search = {
  getIndex: (name: string) => {
    const index = INDEXES[name]
    if (!index) {
      throw new Error(`No index ${name}`)
    }
    return index
  },
}

/** The body as the route gets it, in a store whose product `prod_hidden` is hidden. */
async function searched(body: unknown, hidden = ["prod_hidden"], module: unknown = search): Promise<unknown> {
  storeVisibility.fill({
    hiddenProductIds: async () => hidden,
    productsOfVariants: async () => [],
    visibilityOf: async () => ({ hiddenProductIds: new Set(hidden), disabledVariantIds: new Set() }),
  })
  const registered: Record<string, unknown> = { search: module }
  const request = { validatedBody: structuredClone(body), scope: { resolve: (key: string) => registered[key] } }
  await hideFromSearch(request as never, {} as never, () => undefined)
  return request.validatedBody
}

const notHidden = { id: { $nin: ["prod_hidden"] } }

describe("hideFromSearch", () => {
  it("B10: does not search hidden products, whatever else is filtered by", async () => {
    expect(await searched({ entity: "products" })).toEqual({ entity: "products", filters: { $and: [notHidden] } })
    expect(await searched({ entity: "products", filters: { q: "web", type: "a" } })).toEqual({
      entity: "products",
      filters: { q: "web", $and: [{ type: "a" }, notHidden] },
    })
  })

  it("B10: narrows each query of a batch, and only those on products that can be filtered by id", async () => {
    const batch = {
      queries: [{ entity: "products" }, { entity: "products_without_id" }, { entity: "posts" }, { entity: "none" }],
    }
    expect(await searched(batch)).toEqual({
      queries: [
        { entity: "products", filters: { $and: [notHidden] } },
        { entity: "products_without_id" },
        { entity: "posts" },
        { entity: "none" },
      ],
    })
  })

  it("leaves a query as it is while nothing is hidden, and where there is no search", async () => {
    const query = { entity: "products", filters: { type: "a" } }
    expect(await searched(query, [])).toEqual(query)
    expect(await searched(query, ["prod_hidden"], null)).toEqual(query)
  })
})
