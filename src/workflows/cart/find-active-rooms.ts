import type { MedusaContainer } from "@medusajs/framework/types"
import { concernedRooms, CORE_MODULE, type CoreModuleService } from "../../modules/core"
import { hasLineKey, LINE_STAGES, stageOfProvider, type CartStageName } from "../../rules/cart"
import type { CartRoom } from "./cart-stage"
import type { MedusaCartItem } from "./medusa-cart"

export interface ActiveRooms {
  rooms: CartRoom[]
  hasRecords: boolean
}

/** The rooms of a pass. It does not change what other rooms have recorded on a cart's lines. */
export const namesOf = (rooms: CartRoom[]): Set<string> => new Set(rooms.map(({ room }) => room))

export const stagesOf = (rooms: CartRoom[]): CartStageName[] =>
  rooms.flatMap(({ stages }) => stages.map(({ name }) => name))

/** What a pass has of a cart before it reads anything. */
export interface CartToCheck {
  id: string
  items: Pick<MedusaCartItem, "product_id" | "metadata" | "adjustments">[]
}

/**
 * The rooms that handle a cart: those whose condition holds, those that create lines if lines have records, and those
 * with adjustments on its lines. Null: none, and nothing is left to remove. It costs one query.
 */
export async function findActiveRooms(
  container: MedusaContainer,
  { id, items }: CartToCheck,
  rooms: CartRoom[],
): Promise<ActiveRooms | null> {
  const { knex } = container.resolve<CoreModuleService>(CORE_MODULE).db
  const productIds = items.flatMap((item) => item.product_id ?? [])
  const conditions = new Map(rooms.map(({ room, condition }) => [room, condition({ id, productIds })]))
  const concerned = await concernedRooms(knex, id, conditions)
  const { hasRecords } = concerned
  const written = new Set(
    items.flatMap((item) => (item.adjustments ?? []).flatMap(({ provider_id }) => stageOfProvider(provider_id) ?? [])),
  )
  const isActive = ({ room, stages }: CartRoom): boolean =>
    concerned.rooms.has(room) ||
    stages.some(({ name }) => written.has(name) || (hasRecords && LINE_STAGES.includes(name)))
  const active = rooms.filter(isActive)
  const isForged = items.some(({ metadata }) => hasLineKey(metadata))
  return active.length || hasRecords || written.size || isForged ? { rooms: active, hasRecords } : null
}
