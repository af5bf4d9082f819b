import type { MedusaContainer } from "@medusajs/framework/types"
import { createPort } from "./create-port"

/** The fields of an order's line that identify it. */
export interface OrderLineToMatch {
  id: string
  productId: string | null
  variantId: string | null
  metadata: Record<string, unknown> | null
}

/** Dependent lines, which another room has added, such as set-up fees: neither discounted nor counted. */
export interface DependentLines {
  /** Their ids among these lines of an order. */
  ofOrder: (
    container: MedusaContainer,
    order: { cartId: string | null; lines: OrderLineToMatch[] },
  ) => Promise<Set<string>>
}

export const dependentLines = createPort<DependentLines>("which lines of an order are dependent ones")

/** Ids of the dependent lines among these, whichever room has added them. */
export async function dependentLinesOfOrder(
  container: MedusaContainer,
  order: { cartId: string | null; lines: OrderLineToMatch[] },
): Promise<Set<string>> {
  const answers = await Promise.all(dependentLines.getAll().map((room) => room.ofOrder(container, order)))
  return new Set(answers.flatMap((ids) => [...ids]))
}
