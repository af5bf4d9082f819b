import type { CartPlan, LineIdentity, PlannedLine } from "./cart-plan"
import { isSameJson } from "./is-same-json"
import { waitingLineId, type LineRecord, type LineRecordChanges } from "./line-record"

/** The planned records, by line id. Existing ids and keys stay. */
export function recordsOf({ cart, ids, lines }: CartPlan): Map<string, LineRecord> {
  const known = lines.filter(isIdentified)
  const recordIds = new Map(known.map(({ line, record }) => [line.id, record?.id ?? ids.recordId()]))
  const parents = new Map(known.map(({ line, identity }) => [line.id, identity.parentLineId]))
  const idOf = (lineId: string): string => {
    const id = recordIds.get(lineId)
    if (id === undefined) {
      throw new RangeError(`line ${lineId} has dependent lines but no identity: no stage has identified it`)
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

/** The records once the changes are made. */
export function recordsAfter(
  records: readonly LineRecord[],
  { create, update, delete: gone }: LineRecordChanges,
): LineRecord[] {
  const changed = new Map(update.map((record) => [record.id, record]))
  const left = records.filter(({ id }) => !gone.some((record) => record.id === id))
  return [...left.map((record) => changed.get(record.id) ?? record), ...create]
}

type Identified = PlannedLine & { identity: LineIdentity }

const isIdentified = (planned: PlannedLine): planned is Identified => planned.identity !== null

/** The changes after which a cart has exactly these records. */
export function recordChanges(current: LineRecord[], wanted: Iterable<LineRecord>): LineRecordChanges {
  const before = new Map(current.map((record) => [record.id, record]))
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
  // A record that waits for its line belongs to a request that is under way.
  return { ...changes, delete: [...before.values()].filter((record) => record.lineId !== waitingLineId(record.key)) }
}
