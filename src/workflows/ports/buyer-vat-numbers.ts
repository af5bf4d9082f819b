import type { MedusaContainer } from "@medusajs/framework/types"
import { createPort } from "./create-port"

/** VAT numbers that a merchant has written down of customers; one that is known to be wrong is none. Used by billing and sales. */
export interface BuyerVatNumbers {
  /** By Medusa's customer id. */
  ofCustomers: (container: MedusaContainer, customerIds: readonly string[]) => Promise<ReadonlyMap<string, string>>
  /** Of whose link an order was made by, who may not be known by their customer yet; null: by none, or it has none. */
  ofOrder: (container: MedusaContainer, orderId: string) => Promise<string | null>
}

export const buyerVatNumbers = createPort<BuyerVatNumbers>("which VAT numbers customers have")
