import { useQuery, type QueryKey } from "@tanstack/react-query"
import type { ReactNode } from "react"
import { useParams } from "react-router-dom"
import { sdk } from "../../../lib/sdk"
import { useCurrencies } from "../../../lib/use-currencies"
import { Loaded } from "../../ui/loaded"

const NEW = "new"

interface EditedDiscountProps<TAnswer, TDiscount> {
  queryKey: QueryKey
  /** Where discounts of this kind are in the Admin API. */
  api: string
  read: (answer: TAnswer) => TDiscount
  children: (discount: TDiscount | null, id: string, currencies: string[]) => ReactNode
}

/** The discount that the page's address names, for its editor; none where the address says "new". */
export function EditedDiscount<TAnswer, TDiscount>(props: EditedDiscountProps<TAnswer, TDiscount>) {
  const { queryKey, api, read, children } = props
  const { id = NEW } = useParams()
  const currencies = useCurrencies()
  const query = useQuery({
    queryKey: [...queryKey, "detail", id],
    queryFn: async () => ({
      discount: id === NEW ? null : read(await sdk.client.fetch<TAnswer>(`${api}/${encodeURIComponent(id)}`)),
    }),
    staleTime: 0,
    // A form starts from what the server says now, and never from what was fetched for an earlier visit.
    gcTime: 0,
  })
  return (
    <Loaded query={currencies} rows={8} framed>
      {(codes) => (
        <Loaded query={query} rows={8} framed>
          {({ discount }) => children(discount, id, codes)}
        </Loaded>
      )}
    </Loaded>
  )
}
