import type { MedusaContainer } from "@medusajs/framework/types"
import { concernedRooms, CORE_MODULE, type CoreModuleService } from "../../modules/core"
import { hasLineKey, LINE_STAGES, stageOfProvider, type CartStageName } from "../../rules/cart"
import type { CartRoom } from "./cart-stage"
import type { MedusaCartItem } from "./medusa-cart"

export interface ActiveRooms {
  rooms: CartRoom[]
  hasRecords: boolean
}

/** Who takes part in a pass: what others have said of a cart's lines is not theirs to change. */
export const namesOf = (rooms: CartRoom[]): Set<string> => new Set(rooms.map(({ room }) => room))

export const stagesOf = (rooms: CartRoom[]): CartStageName[] =>
  rooms.flatMap(({ stages }) => stages.map(({ name }) => name))

/** What a pass knows of a cart before it has read anything. */
export interface CartToCheck {
  id: string
  items: Pick<MedusaCartItem, "product_id" | "metadata" | "adjustments">[]
}

/**
 * Who has to do with a cart: rooms whose condition holds, those that make lines where lines have records, and those whose
 * adjustments are on its lines. Null: nobody, and nothing of earlier is to be taken away. It costs one statement.
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
  const isAtWork = ({ room, stages }: CartRoom): boolean =>
    concerned.rooms.has(room) ||
    stages.some(({ name }) => written.has(name) || (hasRecords && LINE_STAGES.includes(name)))
  const working = rooms.filter(isAtWork)
  const isForged = items.some(({ metadata }) => hasLineKey(metadata))
  return working.length || hasRecords || written.size || isForged ? { rooms: working, hasRecords } : null
}
