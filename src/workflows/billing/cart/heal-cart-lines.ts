import type {
  CartLineItemDTO,
  CreateLineItemForCartDTO,
  MedusaContainer,
  UpdateLineItemWithoutSelectorDTO,
} from "@medusajs/framework/types"
import { generateEntityId, Modules } from "@medusajs/framework/utils"
import { upsertTaxLinesWorkflow } from "@medusajs/medusa/core-flows"
import {
  BILLING_MODULE,
  type BillingModuleService,
  type CartLineRecord,
  writeCartLines,
} from "../../../modules/billing"
import type { CartFacts, CartLineFacts } from "./cart-facts"
import { loadCartFacts } from "./load-cart-facts"
import { newLineKey } from "./line-key"
import { isEmptyPlan, planCartLines, type CartLinesPlan, type Mint } from "./plan-cart-lines"

/** What was done to a cart, with all that takes it back. Plain data: a workflow may store it. */
export interface HealedCart {
  plan: CartLinesPlan
  /** The lines and records that were changed, as they were. */
  lines: CartLineFacts[]
  records: CartLineRecord[]
}

const MINT: Mint = {
  recordId: () => generateEntityId(undefined, "bcl"),
  lineId: () => generateEntityId(undefined, "cali"),
  key: newLineKey,
}

/**
 * Makes records, keys and companion lines of a cart agree with its lines. Runs inside the cart's lock, and does nothing
 * on a cart that is as it should be. New companion lines get their tax lines here: a refresh of the cart taxes only the
 * lines of the request.
 */
export async function healCartLines(container: MedusaContainer, cart: CartFacts): Promise<HealedCart | null> {
  const plan = planCartLines(cart, MINT)
  if (cart.isCompleted || isEmptyPlan(plan)) {
    return null
  }
  const changed = new Set([...plan.feeLines.update, ...plan.keys, ...plan.records.update].map(({ id }) => id))
  const healed: HealedCart = {
    plan,
    lines: cart.lines.filter(({ id }) => changed.has(id)),
    records: cart.records.filter(({ id }) => changed.has(id)),
  }
  try {
    await writePlan(container, plan)
    if (plan.feeLines.create.length) {
      await upsertTaxLinesWorkflow(container).run({
        input: {
          cart_id: cart.cartId,
          items: plan.feeLines.create as unknown as CartLineItemDTO[],
          shipping_methods: [],
        },
      })
    }
  } catch (error) {
    await undoHealing(container, healed)
    throw error
  }
  return healed
}

/** Loads a cart and heals it. */
export async function healCart(container: MedusaContainer, cartId: string): Promise<HealedCart | null> {
  return healCartLines(container, await loadCartFacts(container, cartId))
}

async function writePlan(container: MedusaContainer, { records, feeLines, keys }: CartLinesPlan): Promise<void> {
  const carts = container.resolve(Modules.CART)
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  if (feeLines.delete.length) {
    await carts.softDeleteLineItems(feeLines.delete)
  }
  if (feeLines.create.length) {
    await carts.addLineItems(feeLines.create as CreateLineItemForCartDTO[])
  }
  const updates = [...feeLines.update, ...keys]
  if (updates.length) {
    await carts.updateLineItems(updates as UpdateLineItemWithoutSelectorDTO[])
  }
  await writeCartLines(knex, records)
}

/** Takes back what healing did, also where it was only partly done. */
export async function undoHealing(container: MedusaContainer, { plan, lines, records }: HealedCart): Promise<void> {
  const carts = container.resolve(Modules.CART)
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  await writeCartLines(knex, { create: plan.records.delete, update: records, delete: plan.records.create })
  if (lines.length) {
    await carts.updateLineItems(lines.map(asItWas) as UpdateLineItemWithoutSelectorDTO[])
  }
  if (plan.feeLines.create.length) {
    await carts.deleteLineItems(plan.feeLines.create.map((line) => line.id))
  }
  if (plan.feeLines.delete.length) {
    await carts.restoreLineItems(plan.feeLines.delete)
  }
}

const asItWas = (line: CartLineFacts) => ({
  id: line.id,
  title: line.title,
  subtitle: line.subtitle,
  quantity: line.quantity,
  unit_price: line.unitPrice,
  is_tax_inclusive: line.isTaxInclusive,
  is_custom_price: line.isCustomPrice,
  metadata: line.metadata,
})
