import type {
  CartLineItemDTO,
  CreateLineItemAdjustmentDTO,
  CreateLineItemForCartDTO,
  MedusaContainer,
  UpdateLineItemWithoutSelectorDTO,
} from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { upsertTaxLinesWorkflow } from "@medusajs/medusa/core-flows"
import { CORE_MODULE, type CoreModuleService, writeLineRecords } from "../../modules/core"
import type { CartChanges, CartFacts, CartLine, LineChange, LineRecord, NewAdjustment } from "../../rules/cart"

/** The changes made to a cart, with what undoing them needs. Plain data: a workflow may store it. */
export interface AppliedChanges {
  changes: CartChanges
  /** The changed lines and records, as they were before. */
  lines: CartLine[]
  records: LineRecord[]
  /** Ids of the adjustments that were added. */
  added: string[]
}

/**
 * Writes a pass's whole difference, inside the cart's lock. New lines get their tax lines here: a refresh of the cart
 * taxes only the lines of the request. If one part fails, the others are undone.
 */
export async function applyChanges(
  container: MedusaContainer,
  cart: CartFacts,
  changes: CartChanges,
): Promise<AppliedChanges> {
  const changed = new Set([...changes.lines.update, ...changes.records.update].map(({ id }) => id))
  const applied: AppliedChanges = {
    changes,
    lines: cart.lines.filter(({ id }) => changed.has(id)),
    records: cart.records.filter(({ id }) => changed.has(id)),
    added: [],
  }
  try {
    await writeLines(container, cart.id, changes)
    applied.added = await writeAdjustments(container, changes)
  } catch (error) {
    await undoChanges(container, applied)
    throw error
  }
  return applied
}

async function writeLines(container: MedusaContainer, cartId: string, { lines, records }: CartChanges): Promise<void> {
  const carts = container.resolve(Modules.CART)
  const created = lines.create.map((line) => toNewItem(cartId, line))
  if (lines.delete.length) {
    await carts.softDeleteLineItems(lines.delete)
  }
  if (created.length) {
    await carts.addLineItems(created)
  }
  if (lines.update.length) {
    await carts.updateLineItems(lines.update.map(toItemUpdate))
  }
  await writeLineRecords(container.resolve<CoreModuleService>(CORE_MODULE).db.knex, records)
  if (created.length) {
    const items = created as unknown as CartLineItemDTO[]
    await upsertTaxLinesWorkflow(container).run({ input: { cart_id: cartId, items, shipping_methods: [] } })
  }
}

async function writeAdjustments(container: MedusaContainer, { adjustments }: CartChanges): Promise<string[]> {
  const carts = container.resolve(Modules.CART)
  if (adjustments.remove.length) {
    await carts.softDeleteLineItemAdjustments(adjustments.remove.map(({ id }) => id))
  }
  if (!adjustments.add.length) {
    return []
  }
  const added = await carts.addLineItemAdjustments(adjustments.add.map(toAdjustment))
  return added.map(({ id }) => id)
}

/** Undoes changes of a cart, also partly made ones. */
export async function undoChanges(
  container: MedusaContainer,
  { changes: { lines: line, records: record, adjustments }, lines, records, added }: AppliedChanges,
): Promise<void> {
  const carts = container.resolve(Modules.CART)
  if (added.length) {
    await carts.deleteLineItemAdjustments(added)
  }
  if (adjustments.remove.length) {
    await carts.restoreLineItemAdjustments(adjustments.remove.map(({ id }) => id))
  }
  const { knex } = container.resolve<CoreModuleService>(CORE_MODULE).db
  await writeLineRecords(knex, { create: record.delete, update: records, delete: record.create })
  if (lines.length) {
    await carts.updateLineItems(lines.map(asItWas))
  }
  if (line.create.length) {
    await carts.deleteLineItems(line.create.map(({ id }) => id))
  }
  if (line.delete.length) {
    await carts.restoreLineItems(line.delete)
  }
}

const toNewItem = (cart_id: string, line: CartLine): CreateLineItemForCartDTO & { id: string } =>
  ({
    ...line.product,
    id: line.id,
    cart_id,
    title: line.title,
    subtitle: line.subtitle,
    quantity: line.quantity,
    unit_price: line.unitPrice,
    product_id: line.productId,
    ...(line.variantId === null ? {} : { variant_id: line.variantId }),
    requires_shipping: line.requiresShipping,
    is_discountable: line.isDiscountable,
    is_tax_inclusive: line.isTaxInclusive,
    is_custom_price: line.isCustomPrice,
    metadata: line.metadata,
  }) as CreateLineItemForCartDTO & { id: string }

function toItemUpdate(change: LineChange): UpdateLineItemWithoutSelectorDTO {
  const { id, quantity, unitPrice, isTaxInclusive, isCustomPrice, title, productTitle, subtitle, metadata } = change
  const update = {
    quantity,
    unit_price: unitPrice,
    is_tax_inclusive: isTaxInclusive,
    is_custom_price: isCustomPrice,
    title,
    product_title: productTitle,
    subtitle,
    metadata,
  }
  const said = Object.entries(update).filter(([, value]) => value !== undefined)
  return { id, ...Object.fromEntries(said) }
}

const asItWas = (line: CartLine): UpdateLineItemWithoutSelectorDTO =>
  toItemUpdate({ ...line, productTitle: line.product.product_title })

/** Without a code, though Medusa's type requires one: adjustments with a code are removed at the next refresh. */
const toAdjustment = (one: NewAdjustment): CreateLineItemAdjustmentDTO =>
  ({
    item_id: one.lineId,
    amount: one.amount,
    is_tax_inclusive: one.isTaxInclusive,
    description: one.description,
    provider_id: one.provider,
  }) as CreateLineItemAdjustmentDTO
