import type { MedusaContainer } from "@medusajs/framework/types"
import type { OrderFacts } from "../orders/order-facts"
import { createPort } from "./create-port"

/**
 * Records the sales of renewals' orders, many at once, while what else a batch has is written: all lines are recurring, and
 * none is in a package. What it can't record the sweep of orders records later, so it never throws. Used by billing.
 */
export interface RenewalSales {
  /** Begins with orders that were made just now. */
  begin: (container: MedusaContainer, orders: readonly OrderFacts[]) => void
  /** Waits until all that this process has begun is recorded. */
  finish: () => Promise<void>
}

export const renewalSales = createPort<RenewalSales>("who records the sales of renewals")
