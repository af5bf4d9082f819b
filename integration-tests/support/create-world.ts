import { createAdmin, type RequestHeaders } from "./create-admin"
import { createRegions, type TestRegions } from "./create-regions"
import { createSalesChannel } from "./create-sales-channel"
import { createShipping, type TestShipping } from "./create-shipping"
import { createTaxes } from "./create-taxes"
import type { TestStore } from "./store-test"

/** A store that can sell: what most suites make in `beforeAll`. Products and customers are the suite's own. */
export type World = {
  /** Headers of an Admin API request. */
  adminHeaders: RequestHeaders
  /** Headers of a visitor's Store API request. */
  storeHeaders: RequestHeaders
  salesChannelId: string
  regions: TestRegions
  shipping: TestShipping
}

export async function createWorld(store: TestStore): Promise<World> {
  const container = store.container()
  const adminHeaders = await createAdmin(container)
  const { id: salesChannelId, storeHeaders } = await createSalesChannel(container)
  const regions = await createRegions(container)
  await createTaxes(container)
  const shipping = await createShipping(container, { salesChannelId, regions })
  return { adminHeaders, storeHeaders, salesChannelId, regions, shipping }
}
