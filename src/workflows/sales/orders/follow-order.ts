import type { MedusaContainer } from "@medusajs/framework/types"
import { followOrders, type FollowContextInput } from "./follow-orders"

export interface FollowInput extends FollowContextInput {
  orderId: string
}

/** Makes the sale of one order, or has it follow; throws what it failed for. */
export async function followOrder(
  container: MedusaContainer,
  { orderId, ...context }: FollowInput,
): Promise<{ isNew: boolean; written: number }> {
  const followed = (await followOrders(container, [orderId], context)).get(orderId) ?? { isNew: false, written: 0 }
  if ("error" in followed) {
    throw followed.error
  }
  return followed
}
