import { sdk } from "../sdk"
import type { FoundPage, Option } from "../use-found"

const MOST = 20

const optionOf = ({ id, display_id, email }: { id: string; display_id?: number; email: string | null }): Option => ({
  id,
  title: `#${display_id ?? id}`,
  ...(email && { hint: email }),
})

/** Orders by number or address, as Medusa's own list finds them, the latest first. */
export async function searchOrders(q: string, offset: number): Promise<FoundPage<Option>> {
  const { orders, count } = await sdk.admin.order.list({
    limit: MOST,
    offset,
    fields: "id,display_id,email",
    order: "-created_at",
    ...(q && { q: q.replace(/^#/, "") }),
  })
  return { options: orders.map(optionOf), count }
}

export const findOrder = async (id: string): Promise<Option> =>
  optionOf((await sdk.admin.order.retrieve(id, { fields: "id,display_id,email" })).order)
