import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { linkSalesChannelsToApiKeyWorkflow } from "@medusajs/medusa/core-flows"

export interface DemoChannel {
  id: string
  publishableKey: string
}

/** The sales channel and the publishable key that every Medusa store has from the start. */
export async function ensureSalesChannel(container: MedusaContainer): Promise<DemoChannel> {
  const [store] = await container.resolve(Modules.STORE).listStores()
  const [key] = await container.resolve(Modules.API_KEY).listApiKeys({ type: "publishable" })
  const id = store?.default_sales_channel_id
  if (!id || !key) {
    throw new Error("The store has no sales channel or no publishable key: was it ever booted?")
  }
  await linkSalesChannelsToApiKeyWorkflow(container).run({ input: { id: key.id, add: [id] } })
  return { id, publishableKey: key.token }
}
