import type { MedusaContainer } from "@medusajs/framework/types"
import { CORE_MODULE, type CoreModuleService } from "../../../modules/core"
import { evaluateDiscounts } from "../../../rules/discounts"
import {
  undoAdjustments,
  writeAdjustments,
  type RoomAdjustment,
  type WrittenAdjustments,
} from "../../cart/line-adjustments"
import { planDiscountAdjustments, wantedAdjustments } from "./discount-adjustments"
import type { DiscountItem, DiscountSale } from "./discount-sale"
import { findDiscountFacts } from "./load-discount-facts"
import { lowerItems } from "./lower-items"
import { termsOfCart } from "./terms-of-cart"

export interface SyncedDiscounts {
  /** The lines as promotions are to see them; null where nothing is different for them. */
  items: DiscountItem[] | null
  undo: WrittenAdjustments | null
}

/**
 * Makes a cart's discounts those that the rule gives it now (D20), and shows promotions what they leave. Where they are
 * so already, nothing is written.
 */
export async function syncDiscounts(container: MedusaContainer, cart: DiscountSale): Promise<SyncedDiscounts> {
  const items = cart.items ?? []
  const wanted = await discountsWanted(container, cart)
  const plan = planDiscountAdjustments(wanted, items)
  const isSame = !plan.add.length && !plan.remove.length
  return {
    undo: isSame ? null : await writeAdjustments(container, plan),
    items: wanted.length ? lowerItems(items, wanted) : null,
  }
}

async function discountsWanted(container: MedusaContainer, cart: DiscountSale): Promise<RoomAdjustment[]> {
  const core = container.resolve<CoreModuleService>(CORE_MODULE)
  const facts = cart.items?.length
    ? await findDiscountFacts(container, cart, {
        asOf: () => core.today(),
        ...(await termsOfCart(container, cart)),
      })
    : null
  return facts ? wantedAdjustments(evaluateDiscounts(facts), facts.lines) : []
}

export async function undoSyncedDiscounts(container: MedusaContainer, undo: SyncedDiscounts["undo"]): Promise<void> {
  if (undo) {
    await undoAdjustments(container, undo)
  }
}
