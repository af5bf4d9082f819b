import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import {
  createShippingOptionsWorkflow,
  createShippingProfilesWorkflow,
  createStockLocationsWorkflow,
  linkSalesChannelsToStockLocationWorkflow,
} from "@medusajs/medusa/core-flows"
import { REGIONS } from "../data/regions"

const PROVIDER = "manual_manual"
const WAREHOUSE = "Zürich"

export interface DemoShipping {
  locationId: string
  profileId: string
}

async function ensureProfile(container: MedusaContainer): Promise<string> {
  const [known] = await container.resolve(Modules.FULFILLMENT).listShippingProfiles({ name: "Goods" })
  const create = { data: [{ name: "Goods", type: "goods" }] }
  const [profile] = known ? [known] : (await createShippingProfilesWorkflow(container).run({ input: create })).result
  return profile?.id ?? ""
}

async function createLocation(container: MedusaContainer, channelId: string): Promise<string> {
  const address = { address_1: "Seestrasse 12", postal_code: "8002", city: "Zürich", country_code: "ch" }
  const { result } = await createStockLocationsWorkflow(container).run({
    input: { locations: [{ name: WAREHOUSE, address }] },
  })
  const id = result[0]?.id ?? ""
  await linkSalesChannelsToStockLocationWorkflow(container).run({ input: { id, add: [channelId] } })
  return id
}

async function createServiceZone(container: MedusaContainer, locationId: string): Promise<string> {
  const countries = REGIONS.flatMap(({ taxes }) => Object.keys(taxes))
  const set = await container.resolve(Modules.FULFILLMENT).createFulfillmentSets({
    name: "Parcel",
    type: "shipping",
    service_zones: [
      { name: "Europe", geo_zones: countries.map((country_code) => ({ country_code, type: "country" as const })) },
    ],
  })
  const location = { [Modules.STOCK_LOCATION]: { stock_location_id: locationId } }
  await container.resolve(ContainerRegistrationKeys.LINK).create([
    { ...location, [Modules.FULFILLMENT]: { fulfillment_provider_id: PROVIDER } },
    { ...location, [Modules.FULFILLMENT]: { fulfillment_set_id: set.id } },
  ])
  return set.service_zones[0]?.id ?? ""
}

/** A warehouse, and one way to send a parcel from it. */
export async function ensureShipping(
  container: MedusaContainer,
  { channelId, regions }: { channelId: string; regions: Record<string, string> },
): Promise<DemoShipping> {
  const profileId = await ensureProfile(container)
  const [known] = await container.resolve(Modules.STOCK_LOCATION).listStockLocations({ name: WAREHOUSE })
  if (known) {
    return { locationId: known.id, profileId }
  }
  const locationId = await createLocation(container, channelId)
  await createShippingOptionsWorkflow(container).run({
    input: [
      {
        name: "Parcel",
        price_type: "flat",
        provider_id: PROVIDER,
        service_zone_id: await createServiceZone(container, locationId),
        shipping_profile_id: profileId,
        type: { label: "Parcel", description: "In three days", code: "parcel" },
        prices: Object.values(regions).map((region_id) => ({ region_id, amount: 6 })),
        rules: [],
      },
    ],
  })
  return { locationId, profileId }
}
