import { useQuery } from "@tanstack/react-query"
import { useParams } from "react-router-dom"
import { Crumb } from "../../../../components/crumb"
import { OrderDiscountEditor } from "../../../../components/discounts/order-discount-editor"
import { Loaded } from "../../../../components/loaded"
import type { OrderDiscountAnswer } from "../../../../../contracts/discounts-order-discounts"
import { queryKeys } from "../../../../lib/query-keys"
import { sdk } from "../../../../lib/sdk"
import { useCurrencies } from "../../../../lib/use-currencies"

const NEW = "new"

const OrderDiscountPage = () => {
  const { id = NEW } = useParams()
  const currencies = useCurrencies()
  const query = useQuery({
    queryKey: [...queryKeys.orderDiscounts, "detail", id],
    queryFn: async () => {
      if (id === NEW) {
        return { order_discount: null }
      }
      const path = `/admin/discounts/order-discounts/${encodeURIComponent(id)}`
      return sdk.client.fetch<{ order_discount: OrderDiscountAnswer }>(path)
    },
    staleTime: 0,
    // A form starts from what the server says now, and never from what was fetched for an earlier visit.
    gcTime: 0,
  })

  return (
    <Loaded query={currencies} rows={8} framed>
      {(codes) => (
        <Loaded query={query} rows={8} framed>
          {({ order_discount }) => <OrderDiscountEditor key={id} discount={order_discount} currencies={codes} />}
        </Loaded>
      )}
    </Loaded>
  )
}

export const handle = { breadcrumb: () => <Crumb name="discounts.orders.one" /> }

export default OrderDiscountPage
