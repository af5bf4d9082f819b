import type { MedusaContainer } from "@medusajs/framework/types"
import type { StoredLink } from "../../../modules/customers"
import type { CivilDate } from "../../../rules/calendar"
import type { PackageViewer } from "../../ports/packages/package-prices"
import type { PriceViewer } from "../../ports/personal-prices"
import { loadOrderingCustomer, type OrderingCustomer } from "./ordering-customer"
import { sellingPlaceOf, type SellingPlace } from "./selling-place"

/** What every part of a quick-order page needs: whose link is open, and where they buy. */
export interface QuickOrderContext {
  link: StoredLink
  customer: OrderingCustomer
  place: SellingPlace
  asOf: CivilDate
  /** The instant, ISO 8601. */
  now: string
}

/** Null: the customer is gone. */
export async function loadQuickOrderContext(
  container: MedusaContainer,
  link: StoredLink,
  { asOf, now }: { asOf: CivilDate; now: string },
): Promise<QuickOrderContext | null> {
  const customer = await loadOrderingCustomer(container, link.profileId)
  return customer && { link, customer, place: await sellingPlaceOf(container, customer), asOf, now }
}

export const viewerOf = ({ customer, place, asOf }: QuickOrderContext): PriceViewer => ({
  currencyCode: place.currencyCode,
  regionId: place.regionId,
  countryCode: place.countryCode,
  customer: customer.customer,
  percent: customer.percent,
  asOf,
})

export const packageViewerOf = ({ customer, place, now }: QuickOrderContext): PackageViewer => ({
  salesChannelIds: [place.salesChannelId],
  currencyCode: place.currencyCode,
  regionId: place.regionId,
  customerId: customer.customer?.id ?? null,
  customerGroupIds: customer.customer?.groups ?? [],
  now,
})
