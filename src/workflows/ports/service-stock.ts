import type { MedusaContainer } from "@medusajs/framework/types"
import { createPort } from "./create-port"

/** Units of a product that a subscription is to have. */
export interface UnitsWanted {
  subscriptionId: string
  productId: string
  /** So many in all. */
  units: number
}

/** Of which services there may be no more (S9). Used by billing. */
export interface ServiceStock {
  /** Why so many more services of these products cannot be had now; null: they can. */
  shortage: (container: MedusaContainer, asked: ReadonlyMap<string, number>) => Promise<string | null>
  /** Keeps what a subscription is to have until its services are there, or for a while; else why it cannot be had. */
  hold: (container: MedusaContainer, wanted: UnitsWanted) => Promise<string | null>
  /** Gives back what a subscription has kept. */
  release: (container: MedusaContainer, subscriptionId: string) => Promise<void>
}

export const serviceStock = createPort<ServiceStock>("of which services there may be no more")
