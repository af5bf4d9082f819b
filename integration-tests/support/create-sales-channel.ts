import type { MedusaContainer } from "@medusajs/framework/types"
import {
  createApiKeysWorkflow,
  createSalesChannelsWorkflow,
  linkSalesChannelsToApiKeyWorkflow,
} from "@medusajs/medusa/core-flows"
import type { RequestHeaders } from "./create-admin"

export type TestSalesChannel = { id: string; storeHeaders: RequestHeaders }

/** A sales channel with its publishable key, as the headers of a Store API request. */
export async function createSalesChannel(container: MedusaContainer): Promise<TestSalesChannel> {
  const { result: channels } = await createSalesChannelsWorkflow(container).run({
    input: { salesChannelsData: [{ name: "Web" }] },
  })
  const { result: keys } = await createApiKeysWorkflow(container).run({
    input: { api_keys: [{ title: "Web", type: "publishable", created_by: "" }] },
  })
  const [channel] = channels
  const [key] = keys
  if (!channel || !key) {
    throw new Error("The test sales channel was not created")
  }
  await linkSalesChannelsToApiKeyWorkflow(container).run({ input: { id: key.id, add: [channel.id] } })
  return { id: channel.id, storeHeaders: { headers: { "x-publishable-api-key": key.token } } }
}
