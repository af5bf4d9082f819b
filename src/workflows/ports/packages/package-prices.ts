import type { MedusaContainer } from "@medusajs/framework/types"
import type { Decimal } from "../../../rules/money"
import { createPort } from "../create-port"

/** Who asks for packages, and where. */
export interface PackageViewer {
  salesChannelIds: string[]
  currencyCode: string
  regionId: string
  customerId: string | null
  customerGroupIds: string[]
  /** An instant, by which a period may be past. */
  now: string
}

/** What a package costs as its recipe stands, before discounts. */
export type PackagePrice =
  | { kind: "price"; total: Decimal; hasChoices: boolean }
  /** It is not sold without more: it is rented for a period, or something in it has no price. */
  | { kind: "ask" }

/** What those of these variants cost that are packages, by variant id; others are left out. Used by customers. */
export type PackagePrices = (
  container: MedusaContainer,
  productIds: readonly string[],
  viewer: PackageViewer,
) => Promise<Map<string, PackagePrice>>

export const packagePrices = createPort<PackagePrices>("what packages cost")
