import { isDeepStrictEqual } from "util"
import type { CartLineRecord, CartLineRecordChanges } from "../../../modules/billing"
import { isPositive } from "../../../rules/money"
import type { CartFacts, CartLineFacts, Sale } from "./cart-facts"
import { changesOfFeeLine, newFeeLine, type FeeLineChanges, type NewFeeLine } from "./fee-line"
import { hasLineKey, lineKeyOf, withLineKey, WITHOUT_LINE_KEY } from "./line-key"

/** What has to be done to a cart so that records, keys and companion lines agree with what is in it. */
export interface CartLinesPlan {
  records: CartLineRecordChanges
  feeLines: { create: NewFeeLine[]; update: FeeLineChanges[]; delete: string[] }
  /** Lines whose metadata has lost the server's key, or has one that is not its own. */
  keys: { id: string; metadata: Record<string, unknown> }[]
}

/** Where new ids and keys come from; a decision has no randomness of its own. */
export interface Mint {
  recordId: () => string
  lineId: () => string
  key: () => string
}

type Sold = Extract<Sale, { ok: true }>

/**
 * Decides it. A line of an offer has a record, its key and, where its cycle has a set-up fee, one companion line of the
 * same quantity (B7). What is recorded and no longer so is taken away; a line that may not be sold gets nothing, and is
 * refused at completion. Planning on the planned cart changes nothing.
 */
export function planCartLines(cart: CartFacts, mint: Mint): CartLinesPlan {
  const plan: CartLinesPlan = {
    records: { create: [], update: [], delete: [] },
    feeLines: { create: [], update: [], delete: [] },
    keys: [],
  }
  const kept = new Map<string, CartLineRecord>()
  for (const line of cart.lines) {
    const sale = cart.sales.get(line.id)
    if (sale?.ok) {
      const product = keepProduct(plan, { cart, line, sale, mint })
      kept.set(line.id, product)
      const fee = keepFee(plan, { cart, line, product, mint })
      if (fee) {
        kept.set(fee.line_item_id, fee)
      }
    }
  }
  dropWhatIsLeft(plan, cart, kept)
  healKeys(plan, cart.lines, kept)
  return plan
}

export const isEmptyPlan = ({ records, feeLines, keys }: CartLinesPlan): boolean =>
  [records, feeLines].every((group) => !group.create.length && !group.update.length && !group.delete.length) &&
  !keys.length

interface ProductLine {
  cart: CartFacts
  line: CartLineFacts
  mint: Mint
}

function keepProduct(plan: CartLinesPlan, { cart, line, sale, mint }: ProductLine & { sale: Sold }): CartLineRecord {
  const { ok: _ok, ...sold } = sale
  const known = cart.records.find((record) => record.kind === "product" && record.line_item_id === line.id)
  const record: CartLineRecord = {
    id: known?.id ?? mint.recordId(),
    key: known?.key ?? mint.key(),
    cart_id: cart.cartId,
    line_item_id: line.id,
    kind: "product",
    parent_id: null,
    offer_id: sold.offerId,
    cycle_id: sold.cycleId,
    product_id: sold.productId,
    variant_id: sold.variantId,
    terms: sold.terms,
  }
  return keepRecord(plan, known, record)
}

function keepFee(
  plan: CartLinesPlan,
  { cart, line, product, mint }: ProductLine & { product: CartLineRecord },
): CartLineRecord | null {
  const amount = product.terms.setupFee
  if (amount === null || !isPositive(amount)) {
    return null
  }
  const known = cart.records.find((record) => record.kind === "setup_fee" && record.parent_id === product.id)
  const feeLine = cart.lines.find((one) => one.id === known?.line_item_id)
  const record: CartLineRecord = {
    ...product,
    id: known?.id ?? mint.recordId(),
    key: known?.key ?? mint.key(),
    line_item_id: feeLine?.id ?? mint.lineId(),
    kind: "setup_fee",
    parent_id: product.id,
    variant_id: null,
  }
  const wanted = newFeeLine({ record, parent: line, amount, locale: cart.locale })
  const changes = feeLine && changesOfFeeLine(feeLine, wanted)
  if (!feeLine) {
    plan.feeLines.create.push(wanted)
  } else if (changes) {
    plan.feeLines.update.push(changes)
  }
  return keepRecord(plan, known, record)
}

function keepRecord(plan: CartLinesPlan, known: CartLineRecord | undefined, record: CartLineRecord): CartLineRecord {
  if (!known) {
    plan.records.create.push(record)
  } else if (!isDeepStrictEqual({ ...known }, record)) {
    plan.records.update.push(record)
  }
  return record
}

function dropWhatIsLeft(plan: CartLinesPlan, cart: CartFacts, kept: Map<string, CartLineRecord>): void {
  const keptIds = new Set([...kept.values()].map((record) => record.id))
  for (const record of cart.records.filter(({ id }) => !keptIds.has(id))) {
    plan.records.delete.push(record)
    if (record.kind === "setup_fee" && cart.lines.some((line) => line.id === record.line_item_id)) {
      plan.feeLines.delete.push(record.line_item_id)
    }
  }
}

function healKeys(plan: CartLinesPlan, lines: CartLineFacts[], kept: Map<string, CartLineRecord>): void {
  for (const line of lines) {
    const record = kept.get(line.id)
    if (record?.kind === "setup_fee" || plan.feeLines.delete.includes(line.id)) {
      continue
    }
    if (record && lineKeyOf(line.metadata) !== record.key) {
      plan.keys.push({ id: line.id, metadata: withLineKey(line.metadata, record.key) })
    } else if (!record && hasLineKey(line.metadata)) {
      plan.keys.push({ id: line.id, metadata: WITHOUT_LINE_KEY })
    }
  }
}
