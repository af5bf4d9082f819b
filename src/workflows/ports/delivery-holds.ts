import type { MedusaContainer } from "@medusajs/framework/types"
import { createPort } from "./create-port"

/** What holds up the deliveries of an order. */
export const DELIVERY_HOLDS = ["held", "released", "stopped"] as const
export type DeliveryHold = (typeof DELIVERY_HOLDS)[number]

/** Who delivers what an order has sold: told by sales after a hold, a release or a stop is written. Twice is once. */
export interface DeliveryHolds {
  follow: (container: MedusaContainer, change: { orderId: string; hold: DeliveryHold }) => Promise<void>
}

export const deliveryHolds = createPort<DeliveryHolds>("whose deliveries wait while a sale is on hold")
