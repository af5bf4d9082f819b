import { Modules } from "@medusajs/framework/utils"
import { updateStoresWorkflow } from "@medusajs/medusa/core-flows"
import type { TestStore } from "./store-test"

/** The channel in which quick orders are made: the store's default one. */
export async function sellIn(store: TestStore, salesChannelId: string): Promise<void> {
  const [own] = await store.container().resolve(Modules.STORE).listStores()
  await updateStoresWorkflow(store.container()).run({
    input: { selector: { id: own?.id ?? "" }, update: { default_sales_channel_id: salesChannelId } },
  })
}
