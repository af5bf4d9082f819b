import type { MedusaContainer } from "@medusajs/framework/types"
import { convertedDrafts, CORE_MODULE, type CoreModuleService } from "../../../modules/core"
import { SALES_MODULE, type SalesModuleService } from "../../../modules/sales"
import { addDays, type CivilDate } from "../../../rules/calendar"
import { lineTypeOf, moneyMovesOf, soldAt, type MoneyMove } from "../../../rules/sales"
import { loadOrders } from "../../orders/load-orders"
import type { OrderFacts } from "../../orders/order-facts"
import { soldLines, type SoldLine } from "../../ports/sold-lines"
import { buyerOfOrder, buyersOf } from "./buyers-of-orders"
import type { BuyerWords, LineKind } from "./snapshot-of"

/** An order with all that its sale is made of: loaded before the sale's lock, as reading takes longer than writing. */
export interface OrderOfSale {
  order: OrderFacts
  /** The instant at which it was sold, and the store's day of it. */
  placedAt: string
  soldOn: CivilDate
  moves: MoneyMove[]
  sold: ReadonlyMap<string, SoldLine>
  kinds: ReadonlyMap<string, LineKind>
  buyer: BuyerWords
  /** Days in the store's calendar by instant, of all instants that the rules ask for. */
  days: ReadonlyMap<string, CivilDate>
}

/** How orders are read. */
export interface OrdersToRead {
  orderIds: readonly string[]
  now: Date
  /** Those of which Medusa has said now that they were placed. */
  placedNow: ReadonlySet<string>
  /** The customers of those that have their sale: what these say of themselves is kept. */
  sold: ReadonlyMap<string, string | null>
}

/** Orders whole, some at once; what does not exist and drafts are left out. */
export async function loadOrdersOfSales(
  container: MedusaContainer,
  { orderIds, now, placedNow, sold }: OrdersToRead,
): Promise<OrderOfSale[]> {
  const { knex } = container.resolve<CoreModuleService>(CORE_MODULE).db
  const orders = (await loadOrders(container, [...orderIds])).filter(({ isDraft }) => !isDraft)
  const isKept = ({ id, customerId }: OrderFacts): boolean => sold.get(id) === customerId
  const buyers = await buyersOf(container, customersOf(orders), customersOf(orders.filter((order) => !isKept(order))))
  const mayBeDrafts = orders.filter(({ id, cartId }) => cartId === null && !sold.has(id))
  const converted = await convertedDrafts(
    knex,
    mayBeDrafts.map(({ id }) => id),
  )
  const loaded: OrderOfSale[] = []
  for (const order of orders) {
    const { id } = order
    const buyer = await buyerOfOrder(container, order, { buyers, isSold: sold.has(id) })
    const placedAt = soldAt(order, { isPlacedNow: placedNow.has(id), convertedBy: converted.get(id) ?? null })
    loaded.push(await orderOfSale(container, order, { buyer, placedAt, now }))
  }
  return loaded
}

const customersOf = (orders: readonly OrderFacts[]): string[] => [
  ...new Set(orders.flatMap(({ customerId }) => customerId ?? [])),
]

async function orderOfSale(
  container: MedusaContainer,
  order: OrderFacts,
  { buyer, placedAt, now }: Pick<OrderOfSale, "buyer" | "placedAt"> & { now: Date },
): Promise<OrderOfSale> {
  const sold = await soldLinesOf(container, order)
  const moves = moneyOf(order, now)
  const ends = [...sold.values()].flatMap(({ period }) => (period ? [before(period.to)] : []))
  const provisioned = [...sold.values()].flatMap(({ provisionedAt }) => provisionedAt ?? [])
  const goods = order.fulfillments.flatMap(({ createdAt, deliveredAt }) => [
    createdAt,
    ...(deliveredAt ? [deliveredAt] : []),
  ])
  const instants = [placedAt, ...moves.map(({ at }) => at), ...ends, ...provisioned, ...goods]
  const days = await daysOf(container, instants)
  const dayOf = (instant: string): CivilDate => days.get(instant) ?? instant.slice(0, 10)
  const { serviceTypes } = container.resolve<SalesModuleService>(SALES_MODULE).options
  return {
    ...{ order, placedAt, sold, buyer, days },
    soldOn: dayOf(placedAt),
    moves: moves.map((move) => ({ ...move, on: dayOf(move.at) })),
    kinds: new Map(order.lines.map((line) => [line.id, kindOf(line, sold.get(line.id) ?? {}, serviceTypes)])),
  }
}

/** The last moment within a period that ends at an instant. */
export const before = (instant: string): string => new Date(new Date(instant).getTime() - 1).toISOString()

/** The first day that is over no part of the period. */
export const dayAfter = (days: ReadonlyMap<string, CivilDate>, end: string): CivilDate | null => {
  const last = days.get(before(end))
  return last === undefined ? null : addDays(last, 1)
}

/** Several rooms say what a line is; what one of them knows counts. */
async function soldLinesOf(container: MedusaContainer, order: OrderFacts): Promise<Map<string, SoldLine>> {
  const asked = { id: order.id, cartId: order.cartId, lines: order.lines }
  const united = new Map<string, SoldLine>()
  for (const room of soldLines.getAll()) {
    for (const [id, line] of await room.ofOrder(container, asked)) {
      united.set(id, { ...united.get(id), ...line })
    }
  }
  return united
}

/** What a line is sold as. */
export const kindOf = (
  line: OrderFacts["lines"][number],
  sold: SoldLine,
  serviceTypes: readonly string[],
): LineKind => ({
  type: lineTypeOf(
    {
      requiresShipping: line.snapshot.requires_shipping === true,
      productType: typeof line.snapshot.product_type === "string" ? line.snapshot.product_type : null,
      isBooked: sold.period !== undefined,
      isRecurring: sold.isRecurring === true,
      isProvisioned: sold.provisionedAt !== undefined || sold.isGivenUp === true,
    },
    serviceTypes,
  ),
  period: sold.period ?? null,
})

const moneyOf = (order: OrderFacts, now: Date): Omit<MoneyMove, "on">[] => {
  const payments = order.paymentCollections.flatMap(({ updatedAt, payments: own }) =>
    own.map((payment) => ({ ...payment, of: { paymentId: payment.id, collectionAt: updatedAt } })),
  )
  return moneyMovesOf({
    transactions: order.transactions,
    captures: payments.flatMap(({ captures, of }) => captures.map((one) => ({ ...one, ...of }))),
    refunds: payments.flatMap(({ refunds, of }) => refunds.map((one) => ({ ...one, ...of }))),
    readAt: now.toISOString(),
  })
}

/** Days in the store's calendar, by instant. */
export async function daysOf(container: MedusaContainer, instants: readonly string[]): Promise<Map<string, CivilDate>> {
  const core = container.resolve<CoreModuleService>(CORE_MODULE)
  const days = new Map<string, CivilDate>()
  for (const instant of new Set(instants)) {
    days.set(instant, await core.dateOf(instant))
  }
  return days
}
