import { useQuery } from "@tanstack/react-query"
import { queryKeys } from "../query-keys"
import { sdk } from "../sdk"

/** What the offer's form needs of the product: its group and its variants. */
export interface SoldProduct {
  collectionId: string | null
  collectionTitle: string | null
  variants: { id: string; title: string }[]
}

export function useSoldProduct(productId: string, enabled: boolean) {
  return useQuery({
    queryKey: [...queryKeys.offers, "product", productId],
    queryFn: async (): Promise<SoldProduct> => {
      const fields = "id,title,collection_id,*collection,variants.id,variants.title"
      const { product } = await sdk.admin.product.retrieve(productId, { fields })
      return {
        collectionId: product.collection_id,
        collectionTitle: product.collection?.title ?? null,
        variants: (product.variants ?? []).map((variant) => ({ id: variant.id, title: variant.title ?? variant.id })),
      }
    },
    enabled,
    staleTime: 0,
  })
}
