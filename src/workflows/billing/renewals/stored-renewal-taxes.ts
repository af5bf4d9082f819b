import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { RenewalOrder } from "../../../rules/billing"

/**
 * Uses the stored taxes of orders that a crashed worker created, instead of today's: a rate may have changed since, and
 * the invoice must match its order. Nothing else can have changed, as a subscription with an unfinished renewal cannot
 * be changed.
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
