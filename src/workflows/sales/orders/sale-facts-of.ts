import type { CivilDate } from "../../../rules/calendar"
import { compare, isPositive, isZero, subtract, sum } from "../../../rules/money"
import {
  holdsUp,
  paymentStateOf,
  type GoodsMove,
  type LineFacts,
  type SaleFacts,
  type SaleState,
  type SaleType,
} from "../../../rules/sales"
import type { FulfillmentFacts, OrderLineFacts } from "../../orders/order-facts"
import { dayAfter, type OrderOfSale } from "./load-order-of-sale"
import type { LineKind } from "./snapshot-of"

/** What the rules ask of an order. */
export function saleFactsOf(
  of: OrderOfSale,
  { kinds, isChanged, isPaid }: { kinds: ReadonlyMap<string, LineKind>; isChanged: boolean; isPaid: boolean },
): SaleFacts {
  const { order, placedAt, soldOn, moves } = of
  const paidOn = isPaid ? (moves.filter(({ kind }) => kind === "captured").at(-1)?.on ?? soldOn) : null
  return {
    ...{ placedAt, soldOn, ...owedOf(order) },
    isAuthorized: order.paymentCollections.some(({ authorized }) => isPositive(authorized)),
    isCanceled: order.isCanceled,
    hasComeBack: hasComeBack(order),
    moves,
    goods: goodsOf(of),
    lines: order.lines
      .filter((line) => isWaitedFor(of, line, kinds))
      .map((line) => lineFactsOf(of, line, { kind: kinds.get(line.id), paidOn })),
    isChanged,
  }
}

/** What is to pay of an order, and how much less that is by credits than it was when it was sold. */
export const owedOf = ({
  total,
  currencyCode,
  creditLines,
}: OrderOfSale["order"]): Pick<SaleFacts, "total" | "credited" | "currency"> => ({
  ...{ total, currency: currencyCode },
  credited: sum(creditLines.filter(({ isLater }) => isLater).map(({ amount }) => amount)),
})

const hasComeBack = ({ lines }: OrderOfSale["order"]): boolean =>
  lines.some(({ returnedQuantity }) => isPositive(returnedQuantity))

/** Whether a payment of an order was validated, before or now. */
export function isPaidNow(
  { order, moves }: Pick<OrderOfSale, "order" | "moves">,
  sale: Pick<SaleState, "isEffective" | "soldTotal"> | null,
): boolean {
  const standing = { isAuthorized: false, isCanceled: order.isCanceled, hasComeBack: hasComeBack(order) }
  const facts = { ...owedOf(order), ...standing, moves }
  return paymentStateOf(sale?.isEffective ?? false, { ...facts, soldTotal: sale?.soldTotal ?? order.total }).isEffective
}

function isWaitedFor(
  { sold }: OrderOfSale,
  { id }: Pick<OrderLineFacts, "id">,
  kinds: ReadonlyMap<string, LineKind>,
): boolean {
  const typeOf = (lineId: string): SaleType => kinds.get(lineId)?.type ?? "simple"
  const { isCharge = false, isDelivery = false, contents = [] } = sold.get(id) ?? {}
  return holdsUp({ type: typeOf(id), isCharge, isDelivery, contents: contents.map(typeOf) })
}

/** The types of what was sold: what is delivered with other lines has none, unless nothing else was sold. */
export function soldTypes(of: OrderOfSale, kinds: ReadonlyMap<string, LineKind>): SaleType[] {
  const sold = of.order.lines.filter((line) => isWaitedFor(of, line, kinds))
  const typed = sold.length ? sold : of.order.lines
  return [...new Set(typed.flatMap(({ id }) => kinds.get(id)?.type ?? []))].sort()
}

function lineFactsOf(
  { order, sold, days }: OrderOfSale,
  line: OrderLineFacts,
  { kind, paidOn }: { kind: LineKind | undefined; paidOn: CivilDate | null },
): LineFacts {
  const { quantity, returnedQuantity } = line
  const isAll = (part: string): boolean => compare(part, quantity) >= 0
  const { provisionedAt, isGivenUp = false } = sold.get(line.id) ?? {}
  const period = kind?.period ?? null
  const deliveries = order.fulfillments.flatMap(({ deliveredAt, canceledAt }) =>
    deliveredAt !== null && canceledAt === null ? (days.get(deliveredAt) ?? []) : [],
  )
  return {
    type: kind?.type ?? "simple",
    isGivenUp,
    isEmpty: isZero(quantity) || (isZero(subtract(quantity, returnedQuantity)) && kind?.type !== "booking"),
    isFulfilled: isAll(line.fulfilledQuantity),
    isShipped: isPositive(line.shippedQuantity),
    isDelivered: isAll(line.deliveredQuantity),
    deliveredOn: deliveries.sort().at(-1) ?? null,
    provisionedOn:
      provisionedAt === undefined && !isGivenUp
        ? unprovisionedOn(order, line, { days, paidOn })
        : ((provisionedAt && days.get(provisionedAt)) ?? null),
    startsAt: period?.from ?? null,
    endsOn: period && dayAfter(days, period.to),
    isReturned: isAll(returnedQuantity),
  }
}

/** Where no room provisions it, it is there with its payment; what is shipped, once all of it has left. */
function unprovisionedOn(
  { fulfillments }: OrderOfSale["order"],
  line: OrderLineFacts,
  { days, paidOn }: { days: OrderOfSale["days"]; paidOn: CivilDate | null },
): CivilDate | null {
  if (line.snapshot.requires_shipping !== true) {
    return paidOn
  }
  const left = fulfillments.flatMap(({ createdAt, canceledAt }) =>
    canceledAt === null ? (days.get(createdAt) ?? []) : [],
  )
  return compare(line.fulfilledQuantity, line.quantity) >= 0 ? (left.sort().at(-1) ?? null) : null
}

const goodsOf = ({ order }: OrderOfSale): GoodsMove[] => [
  ...order.fulfillments.flatMap(movesOf),
  ...order.lines
    .filter(({ returnedQuantity }) => isPositive(returnedQuantity))
    .map(({ id, returnedQuantity }) => ({
      kind: "returned" as const,
      id: `${id}:${returnedQuantity}`,
      at: order.updatedAt,
    })),
]

const movesOf = (fulfillment: FulfillmentFacts): GoodsMove[] => {
  const { id, createdAt, shippedAt, deliveredAt, canceledAt, createdBy, shippedBy } = fulfillment
  return [
    { kind: "fulfilled", id, at: createdAt, userId: createdBy },
    ...(shippedAt === null ? [] : [{ kind: "shipped" as const, id, at: shippedAt, userId: shippedBy }]),
    ...(deliveredAt === null ? [] : [{ kind: "delivered" as const, id, at: deliveredAt }]),
    ...(canceledAt === null ? [] : [{ kind: "fulfillment_canceled" as const, id, at: canceledAt }]),
  ]
}
