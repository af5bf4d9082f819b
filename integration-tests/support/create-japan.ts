import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import {
  createRegionsWorkflow,
  createTaxRegionsWorkflow,
  updateShippingOptionsWorkflow,
  updateStoresWorkflow,
} from "@medusajs/medusa/core-flows"
import type { World } from "./create-world"

/** The world with a region in yen, which have no decimals: 10 % tax on top of the price, parcels for 701. */
export async function createJapan(container: MedusaContainer, world: World): Promise<World> {
  const [store] = await container.resolve(Modules.STORE).listStores()
  const currencies = ["eur", "chf", "jpy"].map((currency_code, at) => ({ currency_code, is_default: at === 0 }))
  await updateStoresWorkflow(container).run({
    input: { selector: { id: store?.id }, update: { supported_currencies: currencies } },
  })
  const providers = await container.resolve(Modules.PAYMENT).listPaymentProviders({ is_enabled: true })
  const { result } = await createRegionsWorkflow(container).run({
    input: {
      regions: [
        { name: "Japan", currency_code: "jpy", countries: ["jp"], payment_providers: providers.map(({ id }) => id) },
      ],
    },
  })
  const [jpy] = result
  await createTaxRegionsWorkflow(container).run({
    input: [
      {
        country_code: "jp",
        provider_id: "tp_system",
        default_tax_rate: { rate: 10, code: "JP-VAT", name: "Consumption tax" },
      },
    ],
  })
  const fulfillment = container.resolve(Modules.FULFILLMENT)
  const option = await fulfillment.retrieveShippingOption(world.shipping.optionId)
  await fulfillment.createGeoZones({ service_zone_id: option.service_zone_id, type: "country", country_code: "jp" })
  const prices = [
    { region_id: world.regions.eur.id, amount: 5 },
    { region_id: world.regions.chf.id, amount: 6 },
    { region_id: jpy?.id ?? "", amount: 701 },
  ]
  await updateShippingOptionsWorkflow(container).run({ input: [{ id: option.id, price_type: "flat", prices }] })
  return { ...world, regions: { ...world.regions, jpy } }
}
