import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError, Modules } from "@medusajs/framework/utils"
import { CORE_MODULE, type CoreModuleService } from "../../../modules/core"
import type { OrderingCustomer } from "./ordering-customer"

/** Where a customer's orders are made: the region of their currency. */
export interface SellingPlace {
  regionId: string
  currencyCode: string
  /** The region's countries. */
  countries: string[]
  /** The customer's own, or the region's only one; null: it is asked for with the address. */
  countryCode: string | null
  salesChannelId: string
}

interface RegionRow {
  id: string
  currency_code: string
  countries: { iso_2: string }[] | null
}

export type FoundPlace = { kind: "found"; place: SellingPlace } | { kind: "nowhere"; missing: string }

/** Where a customer's orders are made. Throws NOT_ALLOWED where there is no region, or no sales channel. */
export async function sellingPlaceOf(container: MedusaContainer, customer: Buying): Promise<SellingPlace> {
  const found = await findSellingPlace(container, customer)
  if (found.kind === "nowhere") {
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, found.missing)
  }
  return found.place
}

type Buying = Pick<OrderingCustomer, "currencyCode" | "countryCode">

/**
 * The region that sells in the customer's currency and to their country, where there is one; else in their currency; else to
 * their country; else the store's own.
 */
export async function findSellingPlace(
  container: MedusaContainer,
  { currencyCode, countryCode }: Buying,
): Promise<FoundPlace> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({ entity: "region", fields: ["id", "currency_code", "countries.iso_2"] })
  const [store] = await container.resolve(Modules.STORE).listStores({}, { take: 1 })
  const regions = (data as RegionRow[]).sort((a, b) => (a.id < b.id ? -1 : 1))
  const sells = (region: RegionRow): number => {
    const inCurrency = currencyCode !== null && region.currency_code === currencyCode
    const toCountry = countriesOf(region).includes(countryCode ?? "")
    return (inCurrency ? 4 : 0) + (toCountry ? 2 : 0) + (region.id === store?.default_region_id ? 1 : 0)
  }
  const [region] = regions.sort((a, b) => sells(b) - sells(a))
  const { salesChannelId } = container.resolve<CoreModuleService>(CORE_MODULE).options.pages.quickOrders
  const channel = salesChannelId ?? store?.default_sales_channel_id
  if (!region || !channel) {
    const missing = region
      ? "pages.quickOrders.salesChannelId: set it, or the store's default sales channel"
      : "regions: there is none"
    return { kind: "nowhere", missing }
  }
  const countries = countriesOf(region).sort()
  const only = countries.length === 1 ? (countries[0] ?? null) : null
  const place = {
    regionId: region.id,
    currencyCode: region.currency_code,
    countries,
    countryCode: countries.includes(countryCode ?? "") ? countryCode : only,
    salesChannelId: channel,
  }
  return { kind: "found", place }
}

const countriesOf = ({ countries }: RegionRow): string[] => (countries ?? []).map(({ iso_2 }) => iso_2)
