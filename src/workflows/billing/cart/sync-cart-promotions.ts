import type { MedusaContainer } from "@medusajs/framework/types"
import { BILLING_MODULE, type BillingModuleService, concernsCart } from "../../../modules/billing"
import { healCartLines, undoHealing, type HealedCart } from "./heal-cart-lines"
import { hasLineKey } from "./line-key"
import { loadCartFacts } from "./load-cart-facts"
import { undoAdjustments, writeAdjustments, type WrittenAdjustments } from "../../cart/line-adjustments"
import { loadPromotionItems, type PromotionItem } from "./promotion-items"
import { linesOnTrial, planTrialAdjustments } from "./trial-adjustments"

export interface SyncedCart {
  /** The lines as promotions are to see them; null where nothing is different for them. */
  items: PromotionItem[] | null
  undo: { healed: HealedCart | null; trials: WrittenAdjustments | null }
}

/**
 * The cart's last word before promotions are reckoned. Companion lines are healed once more: prices and tax behaviour
 * are final only now, and a cart that was created with items comes by here first. Then lines on trial are made free,
 * and shown to promotions as having nothing left to take.
 */
export async function syncCartPromotions(
  container: MedusaContainer,
  cart: { id: string; items?: PromotionItem[] },
): Promise<SyncedCart> {
  const before = cart.items ?? []
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  const productIds = before.flatMap((item) => item.product_id ?? [])
  const isForged = before.some((item) => hasLineKey(item.metadata))
  if (!isForged && !(await concernsCart(knex, cart.id, productIds))) {
    return { items: null, undo: { healed: null, trials: null } }
  }
  const loaded = await loadCartFacts(container, cart.id)
  const healed = await healCartLines(container, loaded)
  const items = healed ? await loadPromotionItems(container, cart.id) : before
  try {
    const trials = await writeAdjustments(container, planTrialAdjustments(loaded, items))
    const onTrial = new Set(linesOnTrial(loaded).map(({ line }) => line.id))
    return {
      items: healed || onTrial.size ? items.map((item) => (onTrial.has(item.id) ? withNothingLeft(item) : item)) : null,
      undo: { healed, trials },
    }
  } catch (error) {
    if (healed) {
      await undoHealing(container, healed)
    }
    throw error
  }
}

const withNothingLeft = (item: PromotionItem): PromotionItem => ({ ...item, subtotal: 0, original_total: 0 })

export async function undoSyncedCart(
  container: MedusaContainer,
  { healed, trials }: SyncedCart["undo"],
): Promise<void> {
  if (trials) {
    await undoAdjustments(container, trials)
  }
  if (healed) {
    await undoHealing(container, healed)
  }
}
