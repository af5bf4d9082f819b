import type { MedusaContainer } from "@medusajs/framework/types"
import { createPort } from "../ports/create-port"

/** An order's line, as far as it tells what it was sold as. */
export interface OrderLineToMatch {
  id: string
  productId: string | null
  variantId: string | null
  metadata: Record<string, unknown> | null
}

/** Lines that another room has added to others, such as set-up fees: neither discounted nor counted. */
export interface DependentLines {
  /** Their ids among these lines of an order. */
  ofOrder: (
    container: MedusaContainer,
    order: { cartId: string | null; lines: OrderLineToMatch[] },
  ) => Promise<Set<string>>
}

export const dependentLines = createPort<DependentLines>("which lines of an order are dependent ones")

/** The ids of those of these lines that depend on another, whichever room has added them. */
export async function dependentLinesOfOrder(
  container: MedusaContainer,
  order: { cartId: string | null; lines: OrderLineToMatch[] },
): Promise<Set<string>> {
  const answers = await Promise.all(dependentLines.getAll().map((room) => room.ofOrder(container, order)))
  return new Set(answers.flatMap((ids) => [...ids]))
}
