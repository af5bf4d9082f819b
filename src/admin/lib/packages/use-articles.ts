import { useQuery } from "@tanstack/react-query"
import type { PackageArticleAnswer, PackageArticleListAnswer } from "../../../contracts/packages/articles"
import { queryKeys } from "../query-keys"
import { sdk } from "../sdk"

export const articlePath = (variantId: string): string => `/admin/packages/articles/${encodeURIComponent(variantId)}`

/** What the prices of a product's variants are per. */
export function useArticles(productId: string) {
  return useQuery({
    queryKey: [...queryKeys.packageArticles, productId],
    queryFn: async () => {
      const query = { product_id: productId }
      return (await sdk.client.fetch<PackageArticleListAnswer>("/admin/packages/articles", { query })).articles
    },
    staleTime: 0,
  })
}

/** What one variant's price is per. */
export function useArticleOfVariant(variantId: string) {
  return useQuery({
    queryKey: [...queryKeys.packageArticles, "variant", variantId],
    queryFn: async () => (await sdk.client.fetch<{ article: PackageArticleAnswer }>(articlePath(variantId))).article,
    staleTime: 0,
  })
}
