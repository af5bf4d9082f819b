/**
 * The server's record of one cart line: its kind, its parent, its group, and each room's payload. `parentId` and
 * `groupKey` are ids of records of the same cart.
 */
export interface LineRecord {
  id: string
  key: string
  cartId: string
  lineId: string
  /** The room that `kind` belongs to. */
  room: string
  kind: string
  /** Null: not a dependent line. Dependent lines are created by the server. */
  parentId: string | null
  /** The record at the top of the group, which may be this one. */
  groupKey: string
  /** One section per room with data on the line, under the room's name. */
  payload: LinePayload
  productId: string | null
  variantId: string | null
}

export type LinePayload = Record<string, unknown>

/** Tells the dependent lines of one kind apart, where a room makes several: a content's place in its package. */
export function slotOf({ room, payload }: Pick<LineRecord, "room" | "payload">): unknown {
  const section = payload[room] as { slot?: unknown } | undefined
  return section?.slot
}

export interface LineRecordChanges {
  create: LineRecord[]
  update: LineRecord[]
  /** Whole records, so that turning `create` and `delete` round undoes a change. */
  delete: LineRecord[]
}

/** The line id of a record that waits for its line, which does not exist yet and will have the record's key. */
export const waitingLineId = (key: string): string => `waiting_${key}`
