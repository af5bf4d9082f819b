import type { MedusaContainer } from "@medusajs/framework/types"
import { createPort } from "./create-port"

/** Why so many more services of these products cannot be had now; null: they can. Used by billing. */
export type ServiceStockLimit = (
  container: MedusaContainer,
  asked: ReadonlyMap<string, number>,
) => Promise<string | null>

export const serviceStock = createPort<ServiceStockLimit>("of which services there may be no more")
