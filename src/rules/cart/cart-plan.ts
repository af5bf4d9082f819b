import { compare, isNegative, multiply, sum, type Decimal } from "../money"
import type { CartLine } from "./cart-line"
import { stageOfProvider, type CartStageName } from "./cart-stages"
import { lineKeyOf } from "./line-key"
import { waitingLineId, type LinePayload, type LineRecord } from "./line-record"

/** A cart as it is, without any room's data. */
export interface CartFacts {
  id: string
  currencyCode: string
  locale: string | null
  lines: CartLine[]
  records: LineRecord[]
}

/** The kind and payload of a line. It refers to lines by id, as their records may not exist yet. */
export interface LineIdentity {
  room: string
  kind: string
  /** The parent of a dependent line; null: not a dependent line. */
  parentLineId: string | null
  payload: LinePayload
}

/** What a stage takes off a line; with tax in it if the line's price has. */
export interface TakenAmount {
  stage: CartStageName
  amount: Decimal
  /** The text shown to the buyer. */
  description: string
}

/** A planned line. */
export interface PlannedLine {
  line: CartLine
  /** The line as it is now; null: it will be created. */
  current: CartLine | null
  /** Its stored record; null: none. */
  record: LineRecord | null
  /** Set by a stage; null: plain goods. */
  identity: LineIdentity | null
  taken: TakenAmount[]
  /** The sum of other programs' adjustments, which are left alone. */
  takenByOthers: Decimal
}

/** What a stage did to a line, for "why this price". */
export interface Explanation {
  stage: CartStageName
  room: string
  lineId: string
  did: "made_line" | "took"
  /** The unit price of a created line, or the amount taken off. */
  amount: Decimal
  description: string
}

/** Generates ids and keys; the plan itself is not random. */
export interface LineIdGenerator {
  recordId: () => string
  lineId: () => string
  key: () => string
}

export interface CartPlan {
  cart: CartFacts
  ids: LineIdGenerator
  lines: PlannedLine[]
  explanations: Explanation[]
}

/**
 * A plan before its first stage: the buyer's lines, oldest first, without identities and with nothing taken off.
 * Dependent lines are left out: their stage creates them again, or they are removed. Lines of rooms that take no part
 * stay as they are.
 */
export function startPlan(cart: CartFacts, ids: LineIdGenerator, rooms: ReadonlySet<string>): CartPlan {
  const current = identifiedLines(cart)
  const lines = current.flatMap((planned) => {
    if (planned.record && !rooms.has(planned.record.room)) {
      return planned
    }
    return isDependent(planned) ? [] : { ...planned, identity: null }
  })
  return { cart, ids, lines, explanations: [] }
}

/** A cart's lines as they are, oldest first, each with the identity in its record. */
export function identifiedLines({ lines, records }: CartFacts): PlannedLine[] {
  const recordOf = new Map(records.map((record) => [record.lineId, record]))
  const lineOf = new Map(records.map((record) => [record.id, record.lineId]))
  return [...lines].sort(byAge).map((line) => {
    const key = lineKeyOf(line.metadata)
    const record = recordOf.get(line.id) ?? (key === null ? null : (recordOf.get(waitingLineId(key)) ?? null))
    return { ...plannedAsIs(line, record), identity: record && identityOf(record, lineOf) }
  })
}

const identityOf = (
  { room, kind, parentId, payload }: LineRecord,
  lineOf: ReadonlyMap<string, string>,
): LineIdentity => ({
  room,
  kind,
  parentLineId: parentId === null ? null : (lineOf.get(parentId) ?? parentId),
  payload,
})

export const priceOf = ({ unitPrice, quantity }: CartLine): Decimal => multiply(unitPrice, quantity)

/** Whether a line depends on another one. It changes with that line and is no article of its own. */
export const isDependent = ({ identity }: PlannedLine): boolean => (identity?.parentLineId ?? null) !== null

export const plannedAsIs = (line: CartLine, record: LineRecord | null): PlannedLine => ({
  line,
  current: line,
  record,
  identity: null,
  taken: [],
  takenByOthers: takenByOthersOf(line),
})

const takenByOthersOf = (line: CartLine): Decimal =>
  sum(line.adjustments.filter((one) => !one.code && stageOfProvider(one.provider) === null).map((one) => one.amount))

const byAge = (a: CartLine, b: CartLine): number =>
  a.createdAt === b.createdAt ? (a.id < b.id ? -1 : 1) : a.createdAt < b.createdAt ? -1 : 1

/** What earlier stages and other programs take off; never more than the line's price. */
export function takenOf(planned: PlannedLine): Decimal {
  const price = priceOf(planned.line)
  const taken = sum([...planned.taken.map(({ amount }) => amount), planned.takenByOthers])
  return compare(taken, price) > 0 ? price : isNegative(taken) ? "0" : taken
}
