import type { ProductDTO } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { seedDemo, type DemoSummary } from "../../demo/seed"
import { createAdmin } from "./create-admin"
import type { World } from "./create-world"
import type { TestStore } from "./store-test"

export interface DemoWorld extends World {
  summary: DemoSummary
}

/** The demo store as a world that suites buy in; its admin is one more. */
export async function createDemoWorld(store: TestStore): Promise<DemoWorld> {
  const container = store.container()
  const summary = await seedDemo(container)
  await store.settled()
  const regions = await container.resolve(Modules.REGION).listRegions({})
  const [channel] = await container.resolve(Modules.SALES_CHANNEL).listSalesChannels({})
  const [option] = await container.resolve(Modules.FULFILLMENT).listShippingOptions({})
  const [location] = await container.resolve(Modules.STOCK_LOCATION).listStockLocations({})
  const eur = regions.find(({ currency_code }) => currency_code === "eur")
  const chf = regions.find(({ currency_code }) => currency_code === "chf")
  if (!eur || !chf || !channel || !option || !location) {
    throw new Error("The demo store lacks a region, its channel, its warehouse or its way of shipping")
  }
  return {
    summary,
    adminHeaders: await createAdmin(container),
    storeHeaders: { headers: { "x-publishable-api-key": summary.publishable_key } },
    salesChannelId: channel.id,
    regions: { eur, chf },
    shipping: { stockLocationId: location.id, profileId: option.shipping_profile_id, optionId: option.id },
  }
}

/** A product of the demo store with its variants, by its handle. */
export async function demoProduct(store: TestStore, handle: string): Promise<ProductDTO> {
  const [product] = await store
    .container()
    .resolve(Modules.PRODUCT)
    .listProducts({ handle }, { relations: ["variants"] })
  if (!product) {
    throw new Error(`The demo store has no ${handle}`)
  }
  return product
}
