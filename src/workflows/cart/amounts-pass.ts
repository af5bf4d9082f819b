import type { MedusaContainer } from "@medusajs/framework/types"
import { PromotionActions } from "@medusajs/framework/utils"
import { CORE_MODULE, type CoreModuleService, readLineRecords } from "../../modules/core"
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
import { namesOf, findActiveRooms, roomsWith, stagesOf } from "./find-active-rooms"
import { runStages } from "./run-stages"
import { toCartFacts } from "./to-cart-facts"

export interface PassedAmounts {
  /** The lines as promotions see them; null: unchanged. */
  items: MedusaCartItem[] | null
  undo: AppliedChanges | null
}

const NONE_ASKED: AskedPromotions = { action: PromotionActions.ADD, codes: [] }

/**
 * The amounts pass (decision 0017): plans the cart on final prices, before promotions are calculated. It uses the cart
 * that it is given, includes the work of the lines pass where that has not run, and reads the lines again only if it
 * created or changed some. A cart of plain goods costs one query.
 */
export async function amountsPass(
  container: MedusaContainer,
  { cart, promotions = NONE_ASKED }: { cart: MedusaCart; promotions?: AskedPromotions },
  all: CartRoom[],
): Promise<PassedAmounts> {
  const items = cart.items ?? []
  const checked = cart.completed_at ? null : await findActiveRooms(container, { id: cart.id, items }, all)
  if (!checked?.active) {
    return { items: null, undo: null }
  }
  const { active, isBoundByEmail } = checked
  const { knex } = container.resolve<CoreModuleService>(CORE_MODULE).db
  const records = active.hasRecords ? checkPayloads(await readLineRecords(knex, cart.id), all) : []
  const facts = toCartFacts(cart, records)
  const { plan } = await runStages(
    container,
    {
      plan: startPlan(facts, LINE_IDS, namesOf(all)),
      cart: { ...cart, isLoggedIn: !isBoundByEmail },
      pass: { kind: "amounts", promotions },
    },
    { rooms: roomsWith(active, records), stages: CART_STAGES },
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
