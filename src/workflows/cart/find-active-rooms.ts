import type { MedusaContainer } from "@medusajs/framework/types"
import { concernedRooms, type ConcernedRooms, CORE_MODULE, type CoreModuleService } from "../../modules/core"
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
  /** Of the cart's lines. */
  records: LineRecord[]
}

/** The rooms of a pass. It does not change what other rooms have recorded on a cart's lines. */
export const namesOf = (rooms: CartRoom[]): Set<string> => new Set(rooms.map(({ room }) => room))

export const stagesOf = (rooms: CartRoom[]): CartStageName[] =>
  rooms.flatMap(({ stages }) => stages.map(({ name }) => name))

export interface CheckedCart {
  /** Null: no room handles the cart, and nothing is left to remove. */
  active: ActiveRooms | null
  /** Whether the cart's account was given to it by an e-mail address that somebody typed (decision 0009). */
  isBoundByEmail: boolean
  email: string | null
}

/** Whose a cart is, what is recorded of its lines, and whose conditions hold: one statement for all rooms. */
export function askCart(container: MedusaContainer, cartId: string, rooms: CartRoom[]): Promise<ConcernedRooms> {
  const { knex } = container.resolve<CoreModuleService>(CORE_MODULE).db
  return concernedRooms(knex, cartId, new Map(rooms.map(({ room, condition }) => [room, condition(cartId)])))
}

/** What a pass has of a cart's lines before it reads anything. */
export type ItemToCheck = Pick<MedusaCartItem, "metadata" | "adjustments">

/**
 * The rooms that handle a cart: those whose condition holds, those that create lines if lines have records, and those
 * with adjustments on its lines; and whether somebody is logged in.
 */
export function findActiveRooms(
  { rooms: named, records, owner, email }: ConcernedRooms,
  items: readonly ItemToCheck[],
  rooms: CartRoom[],
): CheckedCart {
  const written = new Set(
    items.flatMap((item) => (item.adjustments ?? []).flatMap(({ provider_id }) => stageOfProvider(provider_id) ?? [])),
  )
  const isConcerned = ({ room, stages }: CartRoom): boolean =>
    named.has(room) || stages.some(({ name }) => written.has(name))
  const active = rooms.filter(
    (one) => isConcerned(one) || (records.length && one.stages.some(({ name }) => LINE_STAGES.includes(name))),
  )
  const isForged = items.some(({ metadata }) => hasLineKey(metadata))
  const isAny = active.length || records.length || written.size || isForged
  return {
    active: isAny ? { rooms: active, concerned: active.filter(isConcerned), records } : null,
    isBoundByEmail: isBoundByEmail(owner),
    email,
  }
}

/** The rooms that handle a cart: those concerned, and those that have recorded a line of it. */
export const roomsWith = ({ rooms, concerned, records }: ActiveRooms): CartRoom[] =>
  rooms.filter((one) => concerned.includes(one) || records.some(({ room }) => room === one.room))
