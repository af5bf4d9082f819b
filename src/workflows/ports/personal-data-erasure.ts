import type { MedusaContainer } from "@medusajs/framework/types"
import { createPort } from "./create-port"

export interface ErasedCustomers {
  customerIds: readonly string[]
  /** The keys of the forms by which they have asked for something without an account. */
  formKeys: readonly string[]
  actor: string
  at: Date
}

/** Erases what another room keeps of customers who are erased. Twice is once. Used by customers. */
export type PersonalDataErasure = (container: MedusaContainer, erased: ErasedCustomers) => Promise<void>

export const personalDataErasure = createPort<PersonalDataErasure>("what else is erased with a customer")
