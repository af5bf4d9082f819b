import type { MedusaContainer } from "@medusajs/framework/types"
import type { CivilDate } from "../../rules/calendar"
import type { Decimal } from "../../rules/money"
import { createPort } from "./create-port"

/** Who looks at prices, and where. */
export interface PriceViewer {
  currencyCode: string
  regionId: string
  countryCode: string | null
  customer: { id: string; hasAccount: boolean; groups: string[] } | null
  /** By which a guest is counted where a discount is limited per customer. */
  email: string | null
  /** The customer's own percentage (D25). */
  percent: Decimal | null
  asOf: CivilDate
}

/** What one piece of a variant costs a customer; without order discounts, which depend on the whole order. */
export interface PersonalPrice {
  /** As Medusa calculates it for them. */
  listPrice: Decimal
  /** Less their percentage and article discounts. */
  yourPrice: Decimal
  isTaxInclusive: boolean
  /** From so many pieces on, one costs so much. */
  tiers: { from: Decimal; price: Decimal }[]
}

export interface PersonalLine {
  id: string
  variantId: string
  quantity: number
}

/** What variants cost a customer. Used by customers. */
export interface PersonalPrices {
  /** By variant id; one without a price there is left out. */
  ofVariants: (
    container: MedusaContainer,
    variantIds: readonly string[],
    viewer: PriceViewer,
  ) => Promise<Map<string, PersonalPrice>>
  /**
   * What lines come to that are bought together, less percentage and article discounts, which are rounded once a line; by line
   * id. One without a price there is left out.
   */
  ofLines: (
    container: MedusaContainer,
    lines: readonly PersonalLine[],
    viewer: PriceViewer,
  ) => Promise<Map<string, Decimal>>
}

export const personalPrices = createPort<PersonalPrices>("what variants cost a customer")
