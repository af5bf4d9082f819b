import type { MedusaContainer } from "@medusajs/framework/types"
import type { OrderFacts } from "../orders/order-facts"
import { createPort } from "./create-port"

/**
 * Records the sales of renewals' orders, many at once, as soon as these are made: all lines are recurring, and none is in a
 * package. What it can't record the sweep of orders records later, so it never throws. Used by billing.
 */
export type RenewalSales = (container: MedusaContainer, orders: readonly OrderFacts[]) => Promise<void>

export const renewalSales = createPort<RenewalSales>("who records the sales of renewals")
