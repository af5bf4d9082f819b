import type { MedusaContainer } from "@medusajs/framework/types"
import { concernedRooms, CORE_MODULE, type CoreModuleService } from "../../modules/core"
import {
  hasLineKey,
  isBoundByEmail,
  LINE_STAGES,
  stageOfProvider,
  type CartStageName,
  type LineRecord,
} from "../../rules/cart"
import type { CartRoom } from "./cart-stage"
import type { MedusaCartItem } from "./medusa-cart"

export interface ActiveRooms {
  /** Those that may handle the cart: with records, any that makes lines. */
  rooms: CartRoom[]
  /** Those whose condition holds, or whose adjustments are on its lines. */
  concerned: CartRoom[]
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

export interface CheckedCart {
  /** Null: no room handles the cart, and nothing is left to remove. */
  active: ActiveRooms | null
  /** Whether the cart's account was given to it by an e-mail address that somebody typed (decision 0009). */
  isBoundByEmail: boolean
  email: string | null
}

/**
 * The rooms that handle a cart: those whose condition holds, those that create lines if lines have records, and those
 * with adjustments on its lines; and whether somebody is logged in. It costs one query.
 */
export async function findActiveRooms(
  container: MedusaContainer,
  { id, items }: CartToCheck,
  rooms: CartRoom[],
): Promise<CheckedCart> {
  const { knex } = container.resolve<CoreModuleService>(CORE_MODULE).db
  const productIds = items.flatMap((item) => item.product_id ?? [])
  const conditions = new Map(rooms.map(({ room, condition }) => [room, condition({ id, productIds })]))
  const concerned = await concernedRooms(knex, id, conditions)
  const { hasRecords, owner, email } = concerned
  const written = new Set(
    items.flatMap((item) => (item.adjustments ?? []).flatMap(({ provider_id }) => stageOfProvider(provider_id) ?? [])),
  )
  const isConcerned = ({ room, stages }: CartRoom): boolean =>
    concerned.rooms.has(room) || stages.some(({ name }) => written.has(name))
  const active = rooms.filter(
    (one) => isConcerned(one) || (hasRecords && one.stages.some(({ name }) => LINE_STAGES.includes(name))),
  )
  const isForged = items.some(({ metadata }) => hasLineKey(metadata))
  const isAny = active.length || hasRecords || written.size || isForged
  return {
    active: isAny ? { rooms: active, concerned: active.filter(isConcerned), hasRecords } : null,
    isBoundByEmail: isBoundByEmail(owner),
    email,
  }
}

/** The rooms that handle a cart, once its records are read: those concerned, and those that have recorded a line of it. */
export const roomsWith = ({ rooms, concerned }: ActiveRooms, records: readonly LineRecord[]): CartRoom[] =>
  rooms.filter((one) => concerned.includes(one) || records.some(({ room }) => room === one.room))
