import type { MedusaContainer } from "@medusajs/framework/types"
import type { z } from "@medusajs/framework/zod"
import type { RoomCondition } from "../../modules/core"
import type { CartPlan, CartStageName } from "../../rules/cart"
import type { MedusaCart } from "./medusa-cart"

/** When a plan is made; see docs/decisions/0017. */
export type CartPass =
  /** Lines are made, removed and put right; native prices may still be stale. `added`: ids of the request's lines. */
  | { kind: "lines"; added: ReadonlySet<string> }
  /** Prices are final. */
  | { kind: "amounts" }
  /** Nothing of the cart is changed: it is checked, and what it uses up is taken. */
  | { kind: "completion" }

export interface StageInput {
  /** As the stages before have left it. */
  plan: CartPlan
  cart: MedusaCart
  pass: CartPass
}

export interface StageOutcome {
  plan: CartPlan
  /** At completion: takes uses and holds. What it answers is plain data, for the room's `giveBack`. */
  take?: () => Promise<unknown>
}

/**
 * What one room does at one stage: loads what the plan and the cart do not say, asks its rule, and answers the plan with
 * what the rule says. It writes nothing; the pass writes the whole difference at its end. It may refuse the cart.
 */
export interface CartStage {
  name: CartStageName
  run: (container: MedusaContainer, input: StageInput) => Promise<StageOutcome>
}

/** A room that has something to say about carts. */
export interface CartRoom {
  room: string
  /** Whether a cart can be the room's business: a part of the one statement that every cart costs. */
  condition: (cart: { id: string; productIds: string[] }) => RoomCondition
  /** The room's section of line records' payloads; null: it keeps nothing of lines. */
  payload: z.ZodType | null
  stages: CartStage[]
  /** Gives back what its stages took at a completion that did not become an order. */
  giveBack?: (container: MedusaContainer, taken: unknown) => Promise<void>
}
