import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import {
  createShippingOptionsWorkflow,
  createShippingProfilesWorkflow,
  createStockLocationsWorkflow,
  linkSalesChannelsToStockLocationWorkflow,
} from "@medusajs/medusa/core-flows"
import type { TestRegions } from "./create-regions"

export type TestShipping = { stockLocationId: string; profileId: string; optionId: string }

const PROVIDER = "manual_manual"

async function createStockLocation(container: MedusaContainer, salesChannelId: string): Promise<string> {
  const { result } = await createStockLocationsWorkflow(container).run({
    input: {
      locations: [{ name: "Warehouse", address: { address_1: "Lagerweg 1", city: "Berlin", country_code: "de" } }],
    },
  })
  const id = result[0]?.id ?? ""
  await linkSalesChannelsToStockLocationWorkflow(container).run({ input: { id, add: [salesChannelId] } })
  return id
}

async function createServiceZone(container: MedusaContainer, stockLocationId: string): Promise<string> {
  const fulfillment = container.resolve(Modules.FULFILLMENT)
  const countries = ["de", "fr", "ch"]
  const set = await fulfillment.createFulfillmentSets({
    name: "Parcel",
    type: "shipping",
    service_zones: [
      { name: "Everywhere", geo_zones: countries.map((country_code) => ({ country_code, type: "country" as const })) },
    ],
  })
  const location = { [Modules.STOCK_LOCATION]: { stock_location_id: stockLocationId } }
  await container.resolve(ContainerRegistrationKeys.LINK).create([
    { ...location, [Modules.FULFILLMENT]: { fulfillment_provider_id: PROVIDER } },
    { ...location, [Modules.FULFILLMENT]: { fulfillment_set_id: set.id } },
  ])
  return set.service_zones[0]?.id ?? ""
}

/** A warehouse of the sales channel, a shipping profile, and one option (5.00 EUR, 6.00 CHF) for all countries. */
export async function createShipping(
  container: MedusaContainer,
  { salesChannelId, regions }: { salesChannelId: string; regions: TestRegions },
): Promise<TestShipping> {
  const stockLocationId = await createStockLocation(container, salesChannelId)
  const serviceZoneId = await createServiceZone(container, stockLocationId)
  const { result: profiles } = await createShippingProfilesWorkflow(container).run({
    input: { data: [{ name: "Goods", type: "goods" }] },
  })
  const profileId = profiles[0]?.id ?? ""
  const { result: options } = await createShippingOptionsWorkflow(container).run({
    input: [
      {
        name: "Parcel",
        price_type: "flat",
        provider_id: PROVIDER,
        service_zone_id: serviceZoneId,
        shipping_profile_id: profileId,
        type: { label: "Parcel", description: "In three days", code: "parcel" },
        prices: [
          { region_id: regions.eur.id, amount: 5 },
          { region_id: regions.chf.id, amount: 6 },
        ],
        rules: [],
      },
    ],
  })
  return { stockLocationId, profileId, optionId: options[0]?.id ?? "" }
}
