import type {
  CartLineItemDTO,
  CreateLineItemAdjustmentDTO,
  CreateLineItemForCartDTO,
  MedusaContainer,
  UpdateLineItemWithoutSelectorDTO,
} from "@medusajs/framework/types"
import { Modules, promiseAll } from "@medusajs/framework/utils"
import { upsertTaxLinesWorkflow } from "@medusajs/medusa/core-flows"
import { CORE_MODULE, type CoreModuleService, writeLineRecords } from "../../modules/core"
import type { CartChanges, CartFacts, CartLine, LineChange, LineRecord, NewAdjustment } from "../../rules/cart"
import { loadTaxedCart } from "./load-cart"
import type { MedusaCart } from "./medusa-cart"

/** What undoing a cart's changes needs, and no more: a workflow stores it, several times. */
export interface AppliedChanges {
  /** `before`: the changed ones, as they were. */
  lines: { created: string[]; deleted: string[]; before: CartLine[] }
  records: { created: { id: string }[]; deleted: LineRecord[]; before: LineRecord[] }
  adjustments: { added: string[]; removed: string[] }
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
  const applied = whatUndoes(cart, changes)
  try {
    await writeLines(container, cart.id, changes)
    applied.adjustments.added = await writeAdjustments(container, changes)
  } catch (error) {
    await undoChanges(container, applied)
    throw error
  }
  return applied
}

function whatUndoes(cart: CartFacts, { lines, records, adjustments }: CartChanges): AppliedChanges {
  const changed = new Set([...lines.update, ...records.update].map(({ id }) => id))
  return {
    lines: {
      created: lines.create.map(({ id }) => id),
      deleted: lines.delete,
      before: cart.lines.filter(({ id }) => changed.has(id)),
    },
    records: {
      created: records.create.map(({ id }) => ({ id })),
      deleted: records.delete,
      before: cart.records.filter(({ id }) => changed.has(id)),
    },
    adjustments: { added: [], removed: adjustments.remove.map(({ id }) => id) },
  }
}

async function writeLines(container: MedusaContainer, cartId: string, { lines, records }: CartChanges): Promise<void> {
  const carts = container.resolve(Modules.CART)
  const created = lines.create.map((line) => toNewItem(cartId, line))
  if (lines.delete.length) {
    await carts.softDeleteLineItems(lines.delete)
  }
  // What taxes depend on does not depend on the lines: it is read while these are written.
  const [taxed] = created.length
    ? await promiseAll([loadTaxedCart(container, cartId), carts.addLineItems(created)])
    : [null]
  if (lines.update.length) {
    await carts.updateLineItems(lines.update.map(toItemUpdate))
  }
  await promiseAll([
    writeLineRecords(container.resolve<CoreModuleService>(CORE_MODULE).db.knex, records),
    taxed ? taxLines(container, taxed, lines.create.map(toTaxedItem)) : undefined,
  ])
}

/** A refresh of the cart taxes only the lines of the request. */
const taxLines = (container: MedusaContainer, cart: MedusaCart, items: CartLineItemDTO[]) =>
  upsertTaxLinesWorkflow(container).run({ input: { cart, items, shipping_methods: [] } })

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
  { lines, records, adjustments }: AppliedChanges,
): Promise<void> {
  const carts = container.resolve(Modules.CART)
  if (adjustments.added.length) {
    await carts.deleteLineItemAdjustments(adjustments.added)
  }
  if (adjustments.removed.length) {
    await carts.restoreLineItemAdjustments(adjustments.removed)
  }
  const { knex } = container.resolve<CoreModuleService>(CORE_MODULE).db
  await writeLineRecords(knex, { create: records.deleted, update: records.before, delete: records.created })
  if (lines.before.length) {
    await carts.updateLineItems(lines.before.map(asItWas))
  }
  if (lines.created.length) {
    await carts.deleteLineItems(lines.created)
  }
  if (lines.deleted.length) {
    await carts.restoreLineItems(lines.deleted)
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

/** What taxes depend on: a workflow copies its input for each of its steps. */
function toTaxedItem({ id, title, quantity, unitPrice, productId, variantId, product }: CartLine): CartLineItemDTO {
  const { product_title, product_type, product_type_id, product_collection, product_handle, variant_title } = product
  const item = {
    ...{ id, title, quantity, unit_price: unitPrice, product_id: productId, variant_id: variantId },
    ...{ product_title, product_type, product_type_id, product_collection, product_handle, variant_title },
  }
  return item as unknown as CartLineItemDTO
}

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
