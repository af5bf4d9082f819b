import { useQuery } from "@tanstack/react-query"
import type { PackageAnswer } from "../../../contracts/packages/packages"
import { queryKeys } from "../query-keys"
import { sdk } from "../sdk"

export const packagePath = (productId: string): string => `/admin/packages/${encodeURIComponent(productId)}`

/** The package of a page's address; page and breadcrumb share the query. A form starts from fresh data. */
export function usePackage(productId: string) {
  return useQuery({
    queryKey: [...queryKeys.packages, "detail", productId],
    queryFn: async () => (await sdk.client.fetch<{ package: PackageAnswer }>(packagePath(productId))).package,
    staleTime: 0,
    gcTime: 0,
  })
}
