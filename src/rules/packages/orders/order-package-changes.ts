import { isSameJson, recordsOf, type CartLine, type CartPlan, type LineRecord, type PlannedLine } from "../../cart"
import { compare, type Decimal } from "../../money"
import { contentLineOf } from "../cart/package-line"
import { keepsContentPrice, keepsOwnPrice, type PackageLineChange } from "./agreed-prices"
import { sectionOf } from "./edited-payload"

/** A line to add to an order, with its record. */
export interface AddedLine {
  record: LineRecord
  line: CartLine
  /** Whether Medusa prices it; else its price is the rule's. */
  isPricedByMedusa: boolean
}

/** A line of an order that stays, with what it is to become. */
export interface ChangedLine {
  lineId: string
  title: string
  quantity: { from: number; to: number }
  unitPrice: { from: Decimal; to: Decimal }
}

/** What makes an order's packages what they should be. */
export interface OrderPackageChanges {
  add: AddedLine[]
  change: ChangedLine[]
  remove: CartLine[]
  /** Records of lines that stay, with the payload that they should have. */
  records: LineRecord[]
  /** Records of lines that are there and had none. */
  newRecords: LineRecord[]
}

export const NO_CHANGES: OrderPackageChanges = { add: [], change: [], remove: [], records: [], newRecords: [] }

/**
 * The difference between an order's lines and what a plan makes of its packages. `given` are the plan's own lines: those
 * of the packages, of which new ones are not on the order yet.
 */
export function orderPackageChanges(plan: CartPlan, given: ReadonlyMap<string, GivenPackage>): OrderPackageChanges {
  const records = recordsOf(plan)
  const stored = new Map(plan.cart.records.map((record) => [record.id, record]))
  const changes: OrderPackageChanges = { add: [], change: [], remove: [], records: [], newRecords: [] }
  for (const planned of plan.lines) {
    const { line } = planned
    const record = records.get(line.id)
    const own = given.get(line.id)
    const current = own ? own.current : planned.current
    if (record && !current) {
      changes.add.push({ record, line, isPricedByMedusa: own?.isPricedByMedusa ?? false })
    } else if (record && current) {
      const before = stored.get(record.id)
      const change = { own, around: given.get(planned.identity?.parentLineId ?? ""), before, record }
      const agreed = keepsPrice(change) ? { ...line, unitPrice: current.unitPrice } : line
      changes.change.push(...(isPercentage(record) ? [] : changeOf(agreed, current)))
      const list = before ? changes.records : changes.newRecords
      if (!before || !isSameJson(sectionOf(before.payload), sectionOf(record.payload))) {
        list.push(record)
      }
    }
  }
  const kept = new Set(plan.lines.map(({ line }) => line.id))
  const parents = new Set(plan.lines.flatMap(({ record }) => (record?.parentId === null ? [record.id] : [])))
  changes.remove.push(...dependentsOf(plan, parents).filter(({ id }) => !kept.has(id)))
  return changes
}

/** A package's line as the plan was given it. */
export interface GivenPackage {
  /** As it is on the order; null: not yet. */
  current: CartLine | null
  isPricedByMedusa: boolean
  /** What it was sold as, and is to be sold as: prices that were agreed stay. Null: it is priced as of today. */
  change: PackageLineChange | null
}

interface PriceChange {
  /** The package itself. */
  own: GivenPackage | undefined
  /** Of a content, its package. */
  around: GivenPackage | undefined
  before: LineRecord | undefined
  record: LineRecord
}

function keepsPrice({ own, around, before, record }: PriceChange): boolean {
  if (own) {
    return own.change !== null && keepsOwnPrice(own.change, record.productId)
  }
  const [sold, now] = [contentLineOf(before?.payload), contentLineOf(record.payload)]
  return around?.change != null && sold !== null && now !== null && keepsContentPrice(sold, now)
}

/** A percentage stands on one piece, and is priced after all that it counts (P11): that of a sold package stays. */
const isPercentage = ({ payload }: LineRecord): boolean => contentLineOf(payload)?.reason === "percentage"

function changeOf(line: CartLine, current: CartLine): ChangedLine[] {
  const isSame = line.quantity === current.quantity && compare(line.unitPrice, current.unitPrice) === 0
  return isSame
    ? []
    : [
        {
          lineId: line.id,
          title: current.title,
          quantity: { from: current.quantity, to: line.quantity },
          unitPrice: { from: current.unitPrice, to: line.unitPrice },
        },
      ]
}

/** The lines of contents and accessories of these packages' records, as they are. */
function dependentsOf({ cart }: CartPlan, parentIds: ReadonlySet<string>): CartLine[] {
  const ids = new Set(
    cart.records.filter(({ parentId }) => parentId !== null && parentIds.has(parentId)).map(({ lineId }) => lineId),
  )
  return cart.lines.filter(({ id }) => ids.has(id))
}

/**
 * So many of a sold package, and of its contents, at the prices that they have. It asks nothing of today: what is not sold
 * any more stays what it is.
 */
export function resizedPackage(
  lines: readonly PlannedLine[],
  { line }: Pick<PlannedLine, "line">,
  quantity: number,
): Pick<OrderPackageChanges, "change" | "remove"> {
  const resized = { ...line, quantity }
  const { change, remove } = followQuantities(
    lines.map((planned) => (planned.line.id === line.id ? { ...planned, line: resized } : planned)),
  )
  return { change: [...changeOf(resized, line), ...change], remove }
}

/**
 * The contents of packages whose own lines were changed or removed by themselves: as many as there are packages, at the
 * prices that they have. A sold package is not priced again (P20).
 */
export function followQuantities(lines: readonly PlannedLine[]): Pick<OrderPackageChanges, "change" | "remove"> {
  const quantityOf = new Map(lines.flatMap(({ line, record }) => (record ? [[record.id, line.quantity]] : [])))
  const changes: Pick<OrderPackageChanges, "change" | "remove"> = { change: [], remove: [] }
  for (const { line, record } of lines) {
    const content = contentLineOf(record?.payload)
    if (record && content && record.parentId !== null) {
      const quantity = (quantityOf.get(record.parentId) ?? 0) * content.quantity
      if (quantity === 0) {
        changes.remove.push(line)
      } else if (!isPercentage(record)) {
        changes.change.push(...changeOf({ ...line, quantity }, line))
      }
    }
  }
  return changes
}
