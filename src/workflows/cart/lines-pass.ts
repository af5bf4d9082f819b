import type { MedusaContainer } from "@medusajs/framework/types"
import { CORE_MODULE, type CoreModuleService, readLineRecords } from "../../modules/core"
import { cartChanges, isNoChange, LINE_STAGES, startPlan } from "../../rules/cart"
import { applyChanges, type AppliedChanges } from "./apply-changes"
import { bindGuest } from "./bind-guest"
import type { CartRoom } from "./cart-stage"
import { LINE_IDS } from "./line-ids"
import { checkPayloads } from "./line-payloads"
import { loadCart } from "./load-cart"
import { namesOf, findActiveRooms, roomsWith } from "./find-active-rooms"
import { runStages } from "./run-stages"
import { toCartFacts } from "./to-cart-facts"

export interface LinesToPass {
  cartId: string
  /** The lines just added or merged; none on any other refresh. */
  added: { id: string; product_id?: string | null }[]
}

/**
 * The lines pass (decision 0017): creates, updates and removes dependent lines with their records, keys and tax lines,
 * before Medusa reads the cart for prices, shipping and taxes. A cart that an e-mail address has given to an account
 * becomes a guest's first. A cart of plain goods costs one query.
 */
export async function linesPass(
  container: MedusaContainer,
  { cartId, added }: LinesToPass,
  all: CartRoom[],
): Promise<AppliedChanges | null> {
  const rooms = all.filter(({ stages }) => stages.some(({ name }) => LINE_STAGES.includes(name)))
  const checked = await findActiveRooms(container, { id: cartId, items: added }, rooms)
  const isStillBound = await bindGuest(container, cartId, checked)
  const { active } = checked
  const cart = active && (await loadCart(container, cartId))
  if (!active || !cart || cart.completed_at) {
    return null
  }
  const { knex } = container.resolve<CoreModuleService>(CORE_MODULE).db
  const records = active.hasRecords ? checkPayloads(await readLineRecords(knex, cartId), all) : []
  const facts = toCartFacts(cart, records)
  const pass = { kind: "lines" as const, added: new Set(added.map(({ id }) => id)) }
  const { plan } = await runStages(
    container,
    { plan: startPlan(facts, LINE_IDS, namesOf(all)), cart: { ...cart, isLoggedIn: !isStillBound }, pass },
    { rooms: roomsWith(active, records), stages: LINE_STAGES },
  )
  const changes = cartChanges(plan, [])
  checkPayloads([...changes.records.create, ...changes.records.update], all)
  return isNoChange(changes) ? null : applyChanges(container, facts, changes)
}
