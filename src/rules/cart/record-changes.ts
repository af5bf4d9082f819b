import type { CartPlan, LineIdentity, PlannedLine } from "./cart-plan"
import { isSameJson } from "./is-same-json"
import type { LineRecord, LineRecordChanges } from "./line-record"

/** The records that a plan's lines are to have, by line id; ids and keys that there are stay as they are. */
export function recordsOf({ cart, ids, lines }: CartPlan): Map<string, LineRecord> {
  const known = lines.filter(isIdentified)
  const recordIds = new Map(known.map(({ line, record }) => [line.id, record?.id ?? ids.recordId()]))
  const parents = new Map(known.map(({ line, identity }) => [line.id, identity.parentLineId]))
  const idOf = (lineId: string): string => {
    const id = recordIds.get(lineId)
    if (id === undefined) {
      throw new RangeError(`line ${lineId} has lines that depend on it, and no stage has said what it is`)
    }
    return id
  }
  const topOf = (lineId: string): string => {
    const parent = parents.get(lineId) ?? null
    return parent === null ? lineId : topOf(parent)
  }
  const recordOf = ({ line, record, identity }: Identified): LineRecord => ({
    id: idOf(line.id),
    key: record?.key ?? ids.key(),
    cartId: cart.id,
    lineId: line.id,
    room: identity.room,
    kind: identity.kind,
    parentId: identity.parentLineId === null ? null : idOf(identity.parentLineId),
    groupKey: idOf(topOf(line.id)),
    payload: identity.payload,
    productId: line.productId,
    variantId: line.variantId,
  })
  return new Map(known.map((planned) => [planned.line.id, recordOf(planned)]))
}

type Identified = PlannedLine & { identity: LineIdentity }

const isIdentified = (planned: PlannedLine): planned is Identified => planned.identity !== null

/** What has to be done to a cart's records so that they are these. */
export function recordChanges(standing: LineRecord[], wanted: Iterable<LineRecord>): LineRecordChanges {
  const before = new Map(standing.map((record) => [record.id, record]))
  const changes: LineRecordChanges = { create: [], update: [], delete: [] }
  for (const record of wanted) {
    const known = before.get(record.id)
    before.delete(record.id)
    if (!known) {
      changes.create.push(record)
    } else if (!isSameJson(known, record)) {
      changes.update.push(record)
    }
  }
  return { ...changes, delete: [...before.values()] }
}
