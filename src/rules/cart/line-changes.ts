import { compare } from "../money"
import type { CartLine } from "./cart-line"
import type { CartPlan, PlannedLine } from "./cart-plan"
import { isSameJson } from "./is-same-json"
import { hasLineKey, lineKeyOf, withLineKey, withoutMetadata, WITHOUT_LINE_KEY } from "./line-key"
import type { LineRecord } from "./line-record"

type Changeable = Pick<
  CartLine,
  "quantity" | "unitPrice" | "isTaxInclusive" | "isCustomPrice" | "title" | "subtitle" | "metadata"
>

export type LineChange = { id: string; productTitle?: string | null } & Partial<Changeable>

export interface LineChanges {
  create: CartLine[]
  update: LineChange[]
  /** Ids of dependent lines that are no longer planned. */
  delete: string[]
}

/** The changes after which a cart has the planned lines. A buyer's own line is never deleted. */
export function lineChanges({ cart, lines }: CartPlan, records: ReadonlyMap<string, LineRecord>): LineChanges {
  const changes: LineChanges = { create: [], update: [], delete: [] }
  for (const planned of lines) {
    const key = records.get(planned.line.id)?.key ?? null
    if (!planned.current) {
      changes.create.push(key === null ? planned.line : { ...planned.line, metadata: withLineKey(null, key) })
      continue
    }
    const change = { ...changedFields(planned.line, planned.current), ...metadataChange(planned, key) }
    if (Object.keys(change).length) {
      changes.update.push({ id: planned.line.id, ...change })
    }
  }
  const kept = new Set(lines.map(({ line }) => line.id))
  const current = new Set(cart.lines.map(({ id }) => id))
  changes.delete = cart.records
    .filter(({ parentId, lineId }) => parentId !== null && current.has(lineId) && !kept.has(lineId))
    .map(({ lineId }) => lineId)
  return changes
}

function changedFields(line: CartLine, current: CartLine): Omit<LineChange, "id"> {
  const { quantity, unitPrice, isTaxInclusive, isCustomPrice, title, subtitle } = line
  return {
    ...(quantity === current.quantity ? {} : { quantity }),
    ...(compare(unitPrice, current.unitPrice) === 0 ? {} : { unitPrice }),
    ...(isTaxInclusive === current.isTaxInclusive ? {} : { isTaxInclusive }),
    ...(isCustomPrice === current.isCustomPrice ? {} : { isCustomPrice }),
    // Storefronts show a line's product title as readily as its title.
    ...(title === current.title ? {} : { title, productTitle: line.product.product_title }),
    ...(subtitle === current.subtitle ? {} : { subtitle }),
  }
}

/**
 * A dependent line's metadata is the server's key alone; on a buyer's line the key is added to the client's metadata.
 */
function metadataChange({ identity, current }: PlannedLine, key: string | null): Pick<LineChange, "metadata"> {
  const found = current?.metadata ?? null
  if ((identity?.parentLineId ?? null) !== null && key !== null) {
    const wanted = withLineKey(null, key)
    return isSameJson(found, wanted) ? {} : { metadata: { ...withoutMetadata(found), ...wanted } }
  }
  if (key !== null) {
    return lineKeyOf(found) === key ? {} : { metadata: withLineKey(found, key) }
  }
  return hasLineKey(found) ? { metadata: WITHOUT_LINE_KEY } : {}
}

/** Whether a change affects the amount, not only texts or the key. */
export const changesAmount = (change: LineChange): boolean =>
  change.quantity !== undefined || change.unitPrice !== undefined || change.isTaxInclusive !== undefined

/** Whether a change is one for promotions to see: all but whether Medusa may price the line anew, which changes nothing now. */
export const isSeenByPromotions = ({ id: _id, isCustomPrice: _isCustomPrice, ...seen }: LineChange): boolean =>
  Object.keys(seen).length > 0
