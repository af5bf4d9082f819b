import type { MedusaContainer } from "@medusajs/framework/types"
import { createPort } from "./create-port"

/** Throws where something runs on for one of these customers, so that they cannot be deleted. Used by customers. */
export type CustomerDeletion = (container: MedusaContainer, customerIds: string[]) => Promise<void>

export const customerDeletion = createPort<CustomerDeletion>("whether customers may be deleted")
