import type { MedusaContainer } from "@medusajs/framework/types"
import type { Decimal } from "../../../rules/money"
import { createPort } from "../create-port"

/** A line of a renewal's order that repeats the line of a package, or that of a content. */
export interface RenewedPackageLine {
  orderId: string
  orderLineId: string
  /** The line of its package; null: it is the package's own. */
  packageLineId: string | null
  /** The key in the line's metadata. */
  key: string
  /** The record of the line that was sold. */
  recordId: string
  productId: string
  variantId: string
}

/** The price of one piece. */
export interface PiecePrice {
  amount: Decimal
  isTaxInclusive: boolean
}

/** A package that runs on, as it was sold, with the catalogue's prices of today. */
export interface RunningPackage {
  /** The item of its own line first, then those of its contents: each with the record of what was sold. */
  parts: readonly { id: string; recordId: string }[]
  currencyCode: string
  /** By variant id, as Medusa sells one piece; what has no price is left out. */
  prices: ReadonlyMap<string, PiecePrice>
}

/** How packages go on in later cycles. Used by billing. */
export interface RenewedPackages {
  /**
   * Says of the lines of renewals what they are, before there are their orders: what is hidden in them is never shown. A
   * second call changes nothing.
   */
  recordLines: (container: MedusaContainer, lines: readonly RenewedPackageLine[]) => Promise<void>
  /**
   * What packages cost today with the contents that they were sold with, by the id of each part; one that cannot be priced
   * whole is left out.
   */
  currentPrices: (container: MedusaContainer, packages: readonly RunningPackage[]) => Promise<Map<string, PiecePrice>>
}

export const renewedPackages = createPort<RenewedPackages>("how a package goes on in later cycles")
