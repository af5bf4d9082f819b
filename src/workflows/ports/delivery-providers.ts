import type { MedusaContainer } from "@medusajs/framework/types"
import { createPort } from "./create-port"

/** Who may deliver what is sold. Used by billing: an offer names one of them. */
export interface DeliveryProviders {
  ids: (container: MedusaContainer) => readonly string[]
}

export const deliveryProviders = createPort<DeliveryProviders>("who may deliver what is sold")
