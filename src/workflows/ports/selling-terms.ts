import type { MedusaContainer } from "@medusajs/framework/types"
import type { Interval } from "../../rules/calendar"
import type { Decimal } from "../../rules/money"
import { createPort } from "./create-port"

/** How a product is sold. */
export interface ProductTerms {
  isOnRequest: boolean
  /** By variant id; a variant that is no cycle is left out. */
  variants: ReadonlyMap<string, { interval: Interval | null; setupFee: Decimal | null }>
}

/** How products are sold, where they have an offer. Used by customers. */
export interface SellingTerms {
  /** Products that are sold when asked for. */
  onRequestIds: (container: MedusaContainer) => Promise<string[]>
  /** By product id; one without an offer is left out. */
  of: (
    container: MedusaContainer,
    productIds: string[],
    place: { currencyCode: string; regionId: string },
  ) => Promise<Map<string, ProductTerms>>
}

export const sellingTerms = createPort<SellingTerms>("how products are sold")
