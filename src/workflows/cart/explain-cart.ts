import type { MedusaContainer } from "@medusajs/framework/types"
import { CORE_MODULE, type CoreModuleService, readLineRecords } from "../../modules/core"
import { startPlan, type CartStageName, type Explanation } from "../../rules/cart"
import type { CartRoom } from "./cart-stage"
import { dryLineIds } from "./line-ids"
import type { MedusaCart } from "./medusa-cart"
import { namesOf, findActiveRooms, roomsWith } from "./find-active-rooms"
import { runStages } from "./run-stages"
import { toCartFacts } from "./to-cart-facts"

/** What some stages do to an open cart's lines, for "why this price". The cart is planned as a dry run. */
export async function explainCart(
  container: MedusaContainer,
  cart: MedusaCart,
  { rooms: all, stages }: { rooms: CartRoom[]; stages: readonly CartStageName[] },
): Promise<Explanation[]> {
  const { active, isBoundByEmail } = await findActiveRooms(container, { id: cart.id, items: cart.items ?? [] }, all)
  if (!active) {
    return []
  }
  const { knex } = container.resolve<CoreModuleService>(CORE_MODULE).db
  const records = active.hasRecords ? await readLineRecords(knex, cart.id) : []
  const facts = toCartFacts(cart, records)
  const pass = { kind: "amounts" as const, promotions: { action: "add", codes: [] } }
  const { plan } = await runStages(
    container,
    { plan: startPlan(facts, dryLineIds(), namesOf(all)), cart: { ...cart, isLoggedIn: !isBoundByEmail }, pass },
    { rooms: roomsWith(active, records), stages },
  )
  return plan.explanations
}
