import { compare, isNegative, multiply, sum, type Decimal } from "../money"
import type { CartLine } from "./cart-line"
import { stageOfProvider, type CartStageName } from "./cart-stages"
import type { LinePayload, LineRecord } from "./line-record"

/** A cart as it stands, as no room in particular knows it. */
export interface CartFacts {
  id: string
  currencyCode: string
  locale: string | null
  lines: CartLine[]
  records: LineRecord[]
}

/** What a line is to be known as; ids of lines stand for ids of records, which it may not have yet. */
export interface LineIdentity {
  room: string
  kind: string
  /** The line that this one depends on; null: it stands for itself. */
  parentLineId: string | null
  payload: LinePayload
}

/** What a stage takes off a line, in the reckoning of tax of the line's price. */
export interface TakenAmount {
  stage: CartStageName
  amount: Decimal
  /** The words that the buyer reads. */
  description: string
}

/** A line as it is to be. */
export interface PlannedLine {
  line: CartLine
  /** The line as it stands; null: it is to be made. */
  standing: CartLine | null
  /** What the server knows of it so far; null: nothing. */
  record: LineRecord | null
  /** What a stage says that it is; null: plain goods. */
  identity: LineIdentity | null
  taken: TakenAmount[]
  /** What other programs take off it by adjustments that Medusa keeps. Not ours to change. */
  takenByOthers: Decimal
}

/** What a stage did to a line, so that "why this price" can be answered. */
export interface Explanation {
  stage: CartStageName
  room: string
  lineId: string
  did: "made_line" | "took"
  /** The unit price of a line that was made, or what was taken off. */
  amount: Decimal
  description: string
}

/** Where new ids and keys come from; a plan has no randomness of its own. */
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
 * A plan before its first stage: the lines that stand for themselves, oldest first, nothing said and nothing taken off.
 * Lines that the server has made are left out: the stage that made one makes it again, or it goes. What rooms that take
 * no part have said of lines stands as it is.
 */
export function startPlan(cart: CartFacts, ids: LineIdGenerator, rooms: ReadonlySet<string>): CartPlan {
  const standing = identifiedLines(cart)
  const lines = standing.flatMap((planned) => {
    if (planned.record && !rooms.has(planned.record.room)) {
      return planned
    }
    return isDependent(planned) ? [] : { ...planned, identity: null }
  })
  return { cart, ids, lines, explanations: [] }
}

/** A cart's lines as they stand, oldest first, each as its record knows it. */
export function identifiedLines({ lines, records }: CartFacts): PlannedLine[] {
  const recordOf = new Map(records.map((record) => [record.lineId, record]))
  const lineOf = new Map(records.map((record) => [record.id, record.lineId]))
  return [...lines].sort(byAge).map((line) => {
    const record = recordOf.get(line.id) ?? null
    return { ...asItStands(line, record), identity: record && identityOf(record, lineOf) }
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

/** Whether a line depends on another one. It moves with that one, and is no article of its own. */
export const isDependent = ({ identity }: PlannedLine): boolean => (identity?.parentLineId ?? null) !== null

export const asItStands = (line: CartLine, record: LineRecord | null): PlannedLine => ({
  line,
  standing: line,
  record,
  identity: null,
  taken: [],
  takenByOthers: othersTake(line),
})

const othersTake = (line: CartLine): Decimal =>
  sum(line.adjustments.filter((one) => !one.code && stageOfProvider(one.provider) === null).map((one) => one.amount))

const byAge = (a: CartLine, b: CartLine): number =>
  a.createdAt === b.createdAt ? (a.id < b.id ? -1 : 1) : a.createdAt < b.createdAt ? -1 : 1

/** What stages before have taken, with what others take; never more than the line's price. */
export function takenOf(planned: PlannedLine): Decimal {
  const price = priceOf(planned.line)
  const taken = sum([...planned.taken.map(({ amount }) => amount), planned.takenByOthers])
  return compare(taken, price) > 0 ? price : isNegative(taken) ? "0" : taken
}
