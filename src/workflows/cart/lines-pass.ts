import type { MedusaContainer } from "@medusajs/framework/types"
import { cartChanges, isNoChange, LINE_STAGES, startPlan } from "../../rules/cart"
import { applyChanges, type AppliedChanges } from "./apply-changes"
import { bindGuest } from "./binding/bind-guest"
import type { CartRoom } from "./cart-stage"
import { LINE_IDS } from "./line-ids"
import { checkPayloads } from "./line-payloads"
import { loadCart } from "./load-cart"
import { askCart, findActiveRooms, namesOf, roomsWith } from "./find-active-rooms"
import { newMemory } from "./pass-memory"
import { runStages } from "./run-stages"
import { toCartFacts } from "./to-cart-facts"

export interface LinesToPass {
  cartId: string
  /** The lines just added or merged; none on any other refresh. */
  added: { id: string }[]
  /** What the workflows of one request share, by which the amounts pass finds what this one has read. */
  request?: string | undefined
}

/**
 * The lines pass (decision 0017): creates, updates and removes dependent lines with their records, keys and tax lines,
 * before Medusa reads the cart for prices, shipping and taxes. A cart that an e-mail address has given to an account
 * becomes a guest's first. A cart of plain goods costs one query, which asks for the amounts pass, too.
 */
export async function linesPass(
  container: MedusaContainer,
  { cartId, added, request }: LinesToPass,
  all: CartRoom[],
): Promise<AppliedChanges | null> {
  const memory = newMemory(request, cartId)
  const rooms = all.filter(({ stages }) => stages.some(({ name }) => LINE_STAGES.includes(name)))
  const facts = await askCart(container, cartId, all)
  const checked = findActiveRooms(facts, [], rooms)
  const isStillBound = await bindGuest(container, cartId, checked)
  const { active } = checked
  // One that was given to an account has become another buyer's.
  if (!checked.isBoundByEmail) {
    memory.keepFacts(facts, namesOf(all))
  }
  const cart = active && (await loadCart(container, cartId))
  if (!active || !cart || cart.completed_at) {
    return null
  }
  const records = checkPayloads(active.records, all)
  const cartFacts = toCartFacts(cart, records)
  const pass = { kind: "lines" as const, added: new Set(added.map(({ id }) => id)) }
  const { plan } = await runStages(
    container,
    {
      ...{ plan: startPlan(cartFacts, LINE_IDS, namesOf(all)), pass, memory },
      cart: { ...cart, isLoggedIn: !isStillBound },
    },
    { rooms: roomsWith(active), stages: LINE_STAGES },
  )
  const changes = cartChanges(plan, [])
  checkPayloads([...changes.records.create, ...changes.records.update], all)
  memory.changeFacts(changes)
  return isNoChange(changes) ? null : applyChanges(container, cartFacts, changes)
}
