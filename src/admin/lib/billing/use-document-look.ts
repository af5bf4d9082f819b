import { useQuery } from "@tanstack/react-query"
import type { DocumentLookAnswer } from "../../../contracts/billing/documents"
import { queryKeys } from "../query-keys"
import { sdk } from "../sdk"

/** How documents look. A form starts from fresh data, never from the cache of an earlier visit. */
export const useDocumentLook = () =>
  useQuery({
    queryKey: queryKeys.documentLook,
    queryFn: () => sdk.client.fetch<{ look: DocumentLookAnswer }>("/admin/billing/documents/look"),
    staleTime: 0,
    gcTime: 0,
  })
