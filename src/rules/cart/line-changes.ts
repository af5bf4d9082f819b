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
  /** Ids of lines that the server made and nobody asks for any more. */
  delete: string[]
}

/** What has to be done to a cart's lines so that they are the plan's. A buyer's own line is never made or deleted. */
export function lineChanges({ cart, lines }: CartPlan, records: ReadonlyMap<string, LineRecord>): LineChanges {
  const changes: LineChanges = { create: [], update: [], delete: [] }
  for (const planned of lines) {
    const key = records.get(planned.line.id)?.key ?? null
    if (!planned.standing) {
      changes.create.push(key === null ? planned.line : { ...planned.line, metadata: withLineKey(null, key) })
      continue
    }
    const change = { ...changedFields(planned.line, planned.standing), ...metadataChange(planned, key) }
    if (Object.keys(change).length) {
      changes.update.push({ id: planned.line.id, ...change })
    }
  }
  const kept = new Set(lines.map(({ line }) => line.id))
  const standing = new Set(cart.lines.map(({ id }) => id))
  changes.delete = cart.records
    .filter(({ parentId, lineId }) => parentId !== null && standing.has(lineId) && !kept.has(lineId))
    .map(({ lineId }) => lineId)
  return changes
}

function changedFields(line: CartLine, standing: CartLine): Omit<LineChange, "id"> {
  const { quantity, unitPrice, isTaxInclusive, isCustomPrice, title, subtitle } = line
  return {
    ...(quantity === standing.quantity ? {} : { quantity }),
    ...(compare(unitPrice, standing.unitPrice) === 0 ? {} : { unitPrice }),
    ...(isTaxInclusive === standing.isTaxInclusive ? {} : { isTaxInclusive }),
    ...(isCustomPrice === standing.isCustomPrice ? {} : { isCustomPrice }),
    // Storefronts show a line's product title as readily as its title.
    ...(title === standing.title ? {} : { title, productTitle: line.product.product_title }),
    ...(subtitle === standing.subtitle ? {} : { subtitle }),
  }
}

/** A line that the server made has the server's key alone; on the buyer's own lines the key stands beside their words. */
function metadataChange({ identity, standing }: PlannedLine, key: string | null): Pick<LineChange, "metadata"> {
  const found = standing?.metadata ?? null
  if ((identity?.parentLineId ?? null) !== null && key !== null) {
    const wanted = withLineKey(null, key)
    return isSameJson(found, wanted) ? {} : { metadata: { ...withoutMetadata(found), ...wanted } }
  }
  if (key !== null) {
    return lineKeyOf(found) === key ? {} : { metadata: withLineKey(found, key) }
  }
  return hasLineKey(found) ? { metadata: WITHOUT_LINE_KEY } : {}
}

/** Whether a change is one of the amount, and not of words or of the key alone. */
export const changesAmount = (change: LineChange): boolean =>
  change.quantity !== undefined || change.unitPrice !== undefined || change.isTaxInclusive !== undefined
