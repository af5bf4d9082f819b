import type { MedusaContainer } from "@medusajs/framework/types"
import { appendToStore, lastOfStore, SALES_MODULE, type SalesModuleService } from "../../../modules/sales"
import { newId } from "../../../modules/core"
import { saleEvent, STORE_CHAIN, type SaleEventKind } from "../../../rules/sales"

export interface StoreNote {
  kind: Extract<SaleEventKind, "exported" | "verified">
  actor: string
  now: Date
  content: Record<string, unknown>
}

/** Says in the store's own chain what was done with the history: an export, a verification. */
export async function noteInStore(container: MedusaContainer, { kind, actor, now, content }: StoreNote): Promise<void> {
  const { knex } = container.resolve<SalesModuleService>(SALES_MODULE).db
  const event = saleEvent({ kind, source: newId(kind), occurredAt: now.toISOString(), content })
  await appendToStore(knex, [{ ...event, actor, personal: null }], now)
}

/** The last of a kind; null: there was none. */
export async function lastNote(
  container: MedusaContainer,
  kind: StoreNote["kind"],
): Promise<{ at: string; content: Record<string, unknown> } | null> {
  const { knex } = container.resolve<SalesModuleService>(SALES_MODULE).db
  const last = await lastOfStore(knex, { chain: STORE_CHAIN, kind })
  return last && { at: last.occurred_at, content: JSON.parse(last.content) as Record<string, unknown> }
}
