/**
 * What the server knows of one cart line: the kind that a room gives it, the line that it depends on, what moves with it,
 * and what each room keeps of it. `parentId` and `groupKey` are ids of records of the same cart.
 */
export interface LineRecord {
  id: string
  key: string
  cartId: string
  lineId: string
  /** The room that `kind` belongs to. */
  room: string
  kind: string
  /** Null: the line stands for itself. A line with a parent is made by the server. */
  parentId: string | null
  /** The record at the top of the group, which may be this one. */
  groupKey: string
  /** One section for each room that knows the line, under the room's name. */
  payload: LinePayload
  productId: string | null
  variantId: string | null
}

export type LinePayload = Record<string, unknown>

export interface LineRecordChanges {
  create: LineRecord[]
  update: LineRecord[]
  /** Whole records, so that turning `create` and `delete` round undoes a change. */
  delete: LineRecord[]
}
