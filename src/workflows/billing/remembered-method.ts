import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { collectorFor, type SavedMethod } from "../../collectors"

/** What the collector remembered at checkout, so that renewals can be charged while the customer is away. */
export interface RememberedMethod {
  provider_id: string
  data: SavedMethod
}

interface SessionRecord {
  provider_id: string
  status: string
  data: Record<string, unknown> | null
}

const PAID_WITH = new Set(["authorized", "captured"])

/** The method that an order was paid with, where its provider's collector can charge it again; else null. */
export async function rememberedMethod(container: MedusaContainer, orderId: string): Promise<RememberedMethod | null> {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "order",
    fields: [
      "payment_collections.payment_sessions.provider_id",
      "payment_collections.payment_sessions.status",
      "payment_collections.payment_sessions.data",
    ],
    filters: { id: orderId },
  })
  const [order] = data as unknown as { payment_collections?: ({ payment_sessions?: SessionRecord[] } | null)[] }[]
  const sessions = (order?.payment_collections ?? []).flatMap((collection) => collection?.payment_sessions ?? [])
  for (const { provider_id, status, data } of sessions) {
    const saved = PAID_WITH.has(status) ? collectorFor(provider_id).rememberSession({ status, data: data ?? {} }) : null
    if (saved) {
      return { provider_id, data: saved }
    }
  }
  return null
}
