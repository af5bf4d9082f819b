import type { MedusaContainer } from "@medusajs/framework/types"
import type { OrderLineToMatch } from "../../../rules/cart"
import { createPort } from "../create-port"

/** A line of an order that is in a package of it. */
export interface PackageContent {
  /** The order's line of the package. */
  packageLineId: string
  /** The records of the package's line and of this one: what a renewal's lines are known by. */
  packageRecordId: string
  recordId: string
  /** The article, also where the line has no variant in Medusa. */
  productId: string
  variantId: string
  /** Not on documents: its money is in the package's line. */
  isHidden: boolean
  /** No customer may learn of it, whether documents list contents or not. */
  isUnseen: boolean
  /** Whether documents list the package's contents. */
  isListed: boolean
  /** Its place among the package's contents. */
  position: number
  /** Whether a recurring package renews with it. */
  isRenewed: boolean
}

/** An order of which lines may be in packages. */
export interface OrderWithPackages {
  /** Null: it is not placed yet. Given: what its confirmed edits have made of the packages counts. */
  id: string | null
  cartId: string | null
  lines: OrderLineToMatch[]
}

/** Which lines of an order are in a package: no sales of their own. Used by billing. */
export interface PackageContents {
  /** By order line id. */
  ofOrder: (container: MedusaContainer, order: OrderWithPackages) => Promise<Map<string, PackageContent>>
}

export const packageContents = createPort<PackageContents>("which lines of an order are in a package")
