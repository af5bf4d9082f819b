import type { MedusaRequest } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { round, type Decimal } from "../rules/money"
import { decimalOf } from "../workflows/cart/to-cart-facts"

/** What a customer is told of an order that was made. */
export interface PlacedOrderFacts {
  id: string
  display_id: number
  currency_code: string
  total: Decimal
}

/** Null: there is no such order. */
export async function placedOrderOf(req: MedusaRequest, orderId: string): Promise<PlacedOrderFacts | null> {
  const { data } = await req.scope.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "order",
    fields: ["id", "display_id", "currency_code", "total"],
    filters: { id: orderId },
  })
  const [order] = data as { id: string; display_id: number; currency_code: string; total?: unknown }[]
  return order ? { ...order, total: round(decimalOf(order.total), order.currency_code) } : null
}
