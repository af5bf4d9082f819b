import { useQuery } from "@tanstack/react-query"
import type { OrderPackagesAnswer, RefreshPreviewAnswer } from "../../../contracts/packages/orders"
import { queryKeys } from "../query-keys"
import { sdk } from "../sdk"

/** Where packages are sold by an admin: Medusa's own word in the routes. */
export type OrderKind = "draft-orders" | "order-edits"

/** A draft or an order, as Medusa's own page has it. */
export interface SoldOrder {
  kind: OrderKind
  id: string
  currency_code: string
}

/** What the dashboard itself has fetched of orders. */
export const dashboardOrderKeys = [["orders"], ["draft-orders"], ["order-edits"]] as const

export const orderPackagesPath = ({ kind, id }: Pick<SoldOrder, "kind" | "id">): string =>
  `/admin/${kind}/${encodeURIComponent(id)}/packages`

export const orderPackagePath = (order: Pick<SoldOrder, "kind" | "id">, lineId: string): string =>
  `${orderPackagesPath(order)}/${encodeURIComponent(lineId)}`

/** The packages of a draft or an order, as its open edit makes them. */
export function useOrderPackages(order: SoldOrder) {
  return useQuery({
    queryKey: [...queryKeys.packages, "order", order.id],
    queryFn: async () => (await sdk.client.fetch<OrderPackagesAnswer>(orderPackagesPath(order))).packages,
    staleTime: 0,
  })
}

/** What the recipe of now would change of a sold package. */
export function useRefreshPreview(order: SoldOrder, lineId: string) {
  return useQuery({
    queryKey: [...queryKeys.packages, "refresh", order.id, lineId],
    queryFn: () => sdk.client.fetch<RefreshPreviewAnswer>(`${orderPackagePath(order, lineId)}/refresh`),
    staleTime: 0,
    gcTime: 0,
    retry: false,
  })
}

/**
 * Makes a change within the order's open edit. Where none is open one is begun: a draft's is confirmed at once, as
 * Medusa's own page does it; an order's waits there to be confirmed. What is refused leaves no edit behind.
 */
export async function changeInEdit<T>({ kind, id }: SoldOrder, change: () => Promise<T>): Promise<T> {
  const { order } = await sdk.admin.order.retrievePreview(id)
  if (order.order_change) {
    return change()
  }
  const path = kind === "draft-orders" ? `/admin/draft-orders/${id}/edit` : "/admin/order-edits"
  const given = kind === "draft-orders" ? path : `${path}/${id}`
  await sdk.client.fetch(path, { method: "POST", ...(kind === "order-edits" && { body: { order_id: id } }) })
  const result = await change().catch(async (error: unknown) => {
    await sdk.client.fetch(given, { method: "DELETE" })
    throw error
  })
  if (kind === "draft-orders") {
    await sdk.client.fetch(`${path}/confirm`, { method: "POST" })
  }
  return result
}
