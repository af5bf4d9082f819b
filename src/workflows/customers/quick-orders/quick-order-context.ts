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
  const known = await loadOrderingCustomer(container, link.profileId)
  if (!known) {
    return null
  }
  const place = await sellingPlaceOf(container, known)
  return { link, customer: { ...known, address: addressWithin(place, known) }, place, asOf, now }
}

/** An address in a country that the region does not sell to is asked for anew: Medusa would tax an order to it nowhere. */
const addressWithin = (
  { countries }: SellingPlace,
  { address }: Pick<OrderingCustomer, "address">,
): OrderingCustomer["address"] => (address && countries.includes(address.country_code) ? address : null)

export const viewerOf = ({ customer, place, asOf }: QuickOrderContext): PriceViewer => ({
  currencyCode: place.currencyCode,
  regionId: place.regionId,
  countryCode: place.countryCode,
  customer: customer.customer,
  email: customer.email ?? customer.customer?.email ?? null,
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
