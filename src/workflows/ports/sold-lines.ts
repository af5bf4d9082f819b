import type { MedusaContainer } from "@medusajs/framework/types"
import type { OrderLineToMatch } from "../../rules/cart"
import { createPort } from "./create-port"

/** What a room knows of a line that was sold; what it leaves out, it does not know. */
export interface SoldLine {
  /** Sold in billing cycles. */
  isRecurring?: true
  /** Rented from the one instant to the other: ISO 8601. */
  period?: { from: string; to: string }
  /** Charged beside other lines, and delivered with them: a fee. */
  isCharge?: true
  /** Ships other lines, and is delivered with them. */
  isDelivery?: true
  /** The lines that are in it, by their ids: it is a package. */
  contents?: string[]
  /** When all of it was first provisioned; null: not yet. Left out: nobody provisions it. */
  provisionedAt?: string | null
  /** All of it was ended before any of it was made. */
  isGivenUp?: true
}

export interface OrderWithSoldLines {
  id: string
  cartId: string | null
  lines: OrderLineToMatch[]
}

/** What kind of thing each line of an order is, by its id. Used by sales; several rooms answer, each of what it sells. */
export interface SoldLines {
  ofOrder: (container: MedusaContainer, order: OrderWithSoldLines) => Promise<Map<string, SoldLine>>
}

export const soldLines = createPort<SoldLines>("what kind of thing an order's lines are")
