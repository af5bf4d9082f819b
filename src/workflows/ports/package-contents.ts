import type { MedusaContainer } from "@medusajs/framework/types"
import type { OrderLineToMatch } from "../../rules/cart"
import { createPort } from "./create-port"

/** A line of an order that is in a package of it. */
export interface PackageContent {
  /** The order's line of the package. */
  packageLineId: string
  /** Not shown to customers: its money is in the package's line. */
  isHidden: boolean
  /** Its place among the package's contents. */
  position: number
}

/** Which lines of an order are in a package: no sales of their own. Used by billing. */
export interface PackageContents {
  /** By order line id. */
  ofOrder: (
    container: MedusaContainer,
    order: { cartId: string | null; lines: OrderLineToMatch[] },
  ) => Promise<Map<string, PackageContent>>
}

export const packageContents = createPort<PackageContents>("which lines of an order are in a package")
