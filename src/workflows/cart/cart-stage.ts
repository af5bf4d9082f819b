import type { MedusaContainer } from "@medusajs/framework/types"
import type { z } from "@medusajs/framework/zod"
import type { RoomCondition } from "../../modules/core"
import type { CartPlan, CartStageName, LineRecord } from "../../rules/cart"
import type { MedusaCart } from "./medusa-cart"
import type { PassMemory } from "./pass-memory"

/** Codes that a request adds to the cart, takes off it, or gives it instead of its own. */
export interface AskedPromotions {
  action: string
  codes: string[]
}

/** When a plan is made; see docs/decisions/0017. */
export type CartPass =
  /**
   * Dependent lines are created, updated and removed; prices may still be stale. `added`: ids of the request's lines.
   */
  | { kind: "lines"; added: ReadonlySet<string> }
  /** Prices are final. `promotions`: what is asked of the cart's codes in the same request. */
  | { kind: "amounts"; promotions: AskedPromotions }
  /** The cart is checked, not changed, and what the order uses up is reserved. */
  | { kind: "completion" }

export interface StageInput {
  /** The plan after the previous stages. */
  plan: CartPlan
  cart: MedusaCart
  pass: CartPass
  /** What the passes of one refresh read once. */
  memory: PassMemory
}

export interface StageOutcome {
  plan: CartPlan
  /** At completion: reserves what the order uses up. Returns plain data for the room's `release`. */
  reserve?: () => Promise<unknown>
}

/**
 * What one room does in one stage: loads its facts, calls its rule, and returns the plan with the rule's result. It
 * writes nothing; the pass writes the whole difference at its end. It may refuse the cart.
 */
export interface CartStage {
  name: CartStageName
  run: (container: MedusaContainer, input: StageInput) => Promise<StageOutcome>
}

/** A room that handles carts. */
export interface CartRoom {
  room: string
  /** Whether the room handles the cart: part of the one query that every cart costs. */
  condition: (cartId: string) => RoomCondition
  /** Whether the room handles its completion, though nothing else of it; left out: it does not. */
  completionCondition?: (cartId: string) => RoomCondition
  /** The schema of the room's section in line records' payloads; null: it stores nothing. */
  payload: z.ZodType | null
  stages: CartStage[]
  /** Whether a line that Medusa's own route adds may join the one with this record; left out: it may. */
  joinsAddition?: (container: MedusaContainer, record: LineRecord) => Promise<boolean>
  /** Why a dependent line of the room cannot be changed or removed by itself. */
  dependentRefusal?: string
  /** Releases what its stages reserved for a completion that failed. */
  release?: (container: MedusaContainer, reservation: unknown) => Promise<void>
}
