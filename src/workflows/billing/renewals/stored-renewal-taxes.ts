import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { RenewalOrder } from "../../../rules/billing"

/**
 * Puts the taxes that an order was made with in the place of today's, for orders that a dead worker left: a rate may have
 * changed since, and the invoice says what the order says. All else of it cannot have changed, as a subscription with a
 * renewal that is half-way takes no change.
 */
export async function withStoredTaxes(
  container: MedusaContainer,
  orders: RenewalOrder[],
  stored: string[],
): Promise<RenewalOrder[]> {
  if (!stored.length) {
    return orders
  }
  const found = await container
    .resolve(Modules.ORDER)
    .listOrders({ id: stored }, { select: ["id"], relations: ["items", "items.tax_lines"] })
  const lines = new Map(found.flatMap(({ items }) => (items ?? []).map((item) => [item.id, item.tax_lines ?? []])))
  return orders.map((order) => ({
    ...order,
    items: order.items.map((item) => ({
      ...item,
      tax_lines:
        lines.get(item.id)?.map(({ code, rate, description, tax_rate_id, provider_id }) => ({
          code,
          rate: Number(rate),
          description,
          tax_rate_id,
          provider_id,
        })) ?? item.tax_lines,
    })),
  }))
}
