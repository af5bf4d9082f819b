import type { MedusaContainer } from "@medusajs/framework/types"
import { PromotionActions } from "@medusajs/framework/utils"
import {
  CART_STAGES,
  cartChanges,
  isNoChange,
  isSeenByPromotions,
  startPlan,
  type CartChanges,
  type CartPlan,
} from "../../rules/cart"
import { applyChanges, undoChanges, type AppliedChanges } from "./apply-changes"
import type { AskedPromotions, CartRoom } from "./cart-stage"
import { LINE_IDS } from "./line-ids"
import { checkPayloads } from "./line-payloads"
import { loadPromotionItems } from "./load-cart"
import type { MedusaCart, MedusaCartItem } from "./medusa-cart"
import { isFreeDependent, promotionItems } from "./promotion-items"
import { askCart, findActiveRooms, namesOf, roomsWith, stagesOf } from "./find-active-rooms"
import { takeMemory } from "./pass-memory"
import { runStages } from "./run-stages"
import { toCartFacts } from "./to-cart-facts"

export interface PassedAmounts {
  /** The lines as promotions see them; null: unchanged. */
  items: MedusaCartItem[] | null
  undo: AppliedChanges | null
}

export interface AmountsToPass {
  cart: MedusaCart
  promotions?: AskedPromotions
  /** What the workflows of one request share. */
  request?: string | undefined
}

const NONE_ASKED: AskedPromotions = { action: PromotionActions.ADD, codes: [] }

/**
 * The amounts pass (decision 0017): plans the cart on final prices, before promotions are calculated. It uses the cart
 * that it is given, includes the work of the lines pass where that has not run, and reads the lines again only if it
 * created or changed some. What the lines pass of the same request has asked is not asked again; without one, a cart of
 * plain goods costs one query.
 */
export async function amountsPass(
  container: MedusaContainer,
  { cart, promotions = NONE_ASKED, request }: AmountsToPass,
  all: CartRoom[],
): Promise<PassedAmounts> {
  const items = cart.items ?? []
  if (cart.completed_at) {
    return { items: null, undo: null }
  }
  const memory = takeMemory(request, cart.id)
  const known = memory.factsFor(namesOf(all))
  const asked = known ?? (await askCart(container, cart.id, all))
  const { active, isBoundByEmail } = findActiveRooms(asked, items, all)
  if (!active) {
    return { items: null, undo: null }
  }
  const facts = toCartFacts(cart, known ? active.records : checkPayloads(active.records, all))
  const { plan } = await runStages(
    container,
    {
      plan: startPlan(facts, LINE_IDS, namesOf(all)),
      cart: { ...cart, isLoggedIn: !isBoundByEmail },
      pass: { kind: "amounts", promotions },
      memory,
    },
    { rooms: roomsWith(active), stages: CART_STAGES },
  )
  const changes = cartChanges(plan, stagesOf(all))
  checkPayloads([...changes.records.create, ...changes.records.update], all)
  const undo = isNoChange(changes) ? null : await applyChanges(container, facts, changes)
  try {
    return { items: await shown(container, { plan, changes, items }), undo }
  } catch (error) {
    if (undo) {
      await undoChanges(container, undo)
    }
    throw error
  }
}

interface Planned {
  plan: CartPlan
  changes: CartChanges
  items: MedusaCartItem[]
}

async function shown(
  container: MedusaContainer,
  { plan, changes: { lines }, items }: Planned,
): Promise<MedusaCartItem[] | null> {
  const isTaken = plan.lines.some((planned) => planned.taken.length || isFreeDependent(planned))
  if (lines.create.length || lines.update.some(isSeenByPromotions)) {
    return promotionItems(plan, await loadPromotionItems(container, plan.cart.id))
  }
  return isTaken || lines.delete.length ? promotionItems(plan, items) : null
}
