import type { MedusaContainer } from "@medusajs/framework/types"
import { startPlan, type CartStageName, type Explanation } from "../../rules/cart"
import type { CartRoom } from "./cart-stage"
import { dryLineIds } from "./line-ids"
import type { MedusaCart } from "./medusa-cart"
import { askCart, findActiveRooms, namesOf, roomsWith } from "./find-active-rooms"
import { PassMemory } from "./pass-memory"
import { runStages } from "./run-stages"
import { toCartFacts } from "./to-cart-facts"

/** What some stages do to an open cart's lines, for "why this price". The cart is planned as a dry run. */
export async function explainCart(
  container: MedusaContainer,
  cart: MedusaCart,
  { rooms: all, stages }: { rooms: CartRoom[]; stages: readonly CartStageName[] },
): Promise<Explanation[]> {
  const asked = await askCart(container, cart.id, all)
  const { active, isBoundByEmail } = findActiveRooms(asked, cart.items ?? [], all)
  if (!active) {
    return []
  }
  const facts = toCartFacts(cart, active.records)
  const pass = { kind: "amounts" as const, promotions: { action: "add", codes: [] } }
  const { plan } = await runStages(
    container,
    {
      ...{ plan: startPlan(facts, dryLineIds(), namesOf(all)), pass, memory: new PassMemory() },
      cart: { ...cart, isLoggedIn: !isBoundByEmail },
    },
    { rooms: roomsWith(active), stages },
  )
  return plan.explanations
}
