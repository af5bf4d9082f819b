import type { MedusaContainer } from "@medusajs/framework/types"
import { createPort } from "./create-port"

/** Medusa's ids of the customers that a search by name, company, e-mail or phone finds, at most so many. Used by sales. */
export type FoundCustomers = (container: MedusaContainer, search: { q: string; limit: number }) => Promise<string[]>

export const foundCustomers = createPort<FoundCustomers>("which customers a search finds")
