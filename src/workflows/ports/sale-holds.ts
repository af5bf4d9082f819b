import type { MedusaContainer } from "@medusajs/framework/types"
import { createPort } from "./create-port"

/** Which of these orders are not to be delivered now: their sale is on hold, or was stopped. Used by provisioning. */
export type SaleHolds = (container: MedusaContainer, orderIds: readonly string[]) => Promise<ReadonlySet<string>>

export const saleHolds = createPort<SaleHolds>("which orders are on hold")
