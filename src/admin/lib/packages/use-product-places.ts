import { useQuery } from "@tanstack/react-query"
import { queryKeys } from "../query-keys"
import { sdk } from "../sdk"
import type { FoundPage, Option } from "../use-found"

const MOST = 100
const PAGE = 20

/** What a new product can be given: a tax type, a shipping profile; and where the store sells by default. */
export function useProductPlaces() {
  return useQuery({
    queryKey: queryKeys.productTypes,
    queryFn: async () => {
      const [types, profiles, stores] = await Promise.all([
        sdk.admin.productType.list({ limit: MOST, fields: "id,value", order: "value" }),
        sdk.admin.shippingProfile.list({ limit: MOST, fields: "id,name", order: "name" }),
        sdk.admin.store.list({ fields: "id,default_sales_channel_id" }),
      ])
      return {
        types: types.product_types.map(({ id, value }) => ({ value: id, label: value })),
        profiles: profiles.shipping_profiles.map(({ id, name }) => ({ value: id, label: name })),
        salesChannelId: stores.stores[0]?.default_sales_channel_id ?? null,
      }
    },
    staleTime: 0,
  })
}

/** Categories by their names, a sub-category with the one above it. */
export async function searchCategories(q: string, offset: number): Promise<FoundPage<Option>> {
  const { product_categories, count } = await sdk.admin.productCategory.list({
    limit: PAGE,
    offset,
    fields: "id,name,parent_category.name",
    order: "name",
    ...(q && { q }),
  })
  const options = product_categories.map(({ id, name, parent_category }) => ({
    id,
    title: name,
    ...(parent_category && { hint: parent_category.name }),
  }))
  return { options, count }
}
