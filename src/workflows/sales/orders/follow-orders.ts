import type { MedusaContainer } from "@medusajs/framework/types"
import { newId } from "../../../modules/core"
import { SALES_MODULE, writeSale, type SalesModuleService } from "../../../modules/sales"
import type { CivilDate } from "../../../rules/calendar"
import { peopleOf } from "../people/person-keys"
import { decideSale, type Following } from "./decide-sale"
import { readLastSnapshots } from "./last-snapshots-of-orders"
import { loadOrdersOfSales, type OrderOfSale } from "./load-order-of-sale"

/** What calls for it: when, and a kind of order change, `day` or `backfill`. */
export interface FollowContextInput {
  now: Date
  asOf: CivilDate
  cause: string
}

/** What came of an order. */
export type Followed = { isNew: boolean; written: number } | { error: unknown }

/** Orders that are read at once. */
const PAGE = 50

/**
 * Makes the sales of orders, or has them follow what happened to the orders since: run twice, or late, it adds nothing. What
 * is read is read before a sale's lock; what is decided is decided under it. An order that fails holds up no other.
 */
export async function followOrders(
  container: MedusaContainer,
  orderIds: readonly string[],
  context: FollowContextInput,
): Promise<Map<string, Followed>> {
  const followed = new Map<string, Followed>()
  for (let start = 0; start < orderIds.length; start += PAGE) {
    const ids = orderIds.slice(start, start + PAGE)
    for (const [id, one] of await followPage(container, ids, context)) {
      followed.set(id, one)
    }
  }
  return followed
}

/** What one order can't be read for does not concern the others: they are read one by one then. */
async function followPage(
  container: MedusaContainer,
  ids: readonly string[],
  context: FollowContextInput,
): Promise<Map<string, Followed>> {
  try {
    const read = await readPage(container, ids)
    const followed = new Map<string, Followed>(ids.map((id) => [id, { isNew: false, written: 0 }]))
    for (const one of read) {
      followed.set(one.of.order.id, await followRead(container, one, context).catch((error: unknown) => ({ error })))
    }
    return followed
  } catch (error) {
    return ids.length > 1 ? followOneByOne(container, ids, context) : new Map(ids.map((id) => [id, { error }]))
  }
}

async function followOneByOne(
  container: MedusaContainer,
  ids: readonly string[],
  context: FollowContextInput,
): Promise<Map<string, Followed>> {
  const followed = new Map<string, Followed>()
  for (const id of ids) {
    followed.set(id, (await followPage(container, [id], context)).get(id) ?? { isNew: false, written: 0 })
  }
  return followed
}

type ReadOrder = Pick<Following, "person" | "personalBefore"> & { of: OrderOfSale }

async function readPage(container: MedusaContainer, ids: readonly string[]): Promise<ReadOrder[]> {
  const orders = await loadOrdersOfSales(container, ids)
  const lasts = await readLastSnapshots(
    container,
    orders.map(({ order }) => order.id),
  )
  const refOf = ({ order }: OrderOfSale): string => order.customerId ?? `order:${order.id}`
  // What was erased is not written again, unless the order is now another's.
  const isErased = ({ order }: OrderOfSale): boolean => {
    const last = lasts.get(order.id)
    return last?.customerId === order.customerId && (last.personal === null || "problem" in last.personal)
  }
  const people = await peopleOf(container, orders.filter((of) => !isErased(of)).map(refOf))
  return orders.map((of) => ({
    of,
    person: isErased(of) ? null : (people.get(refOf(of)) ?? null),
    personalBefore: lasts.get(of.order.id)?.personal ?? null,
  }))
}

async function followRead(
  container: MedusaContainer,
  { of, person, personalBefore }: ReadOrder,
  { now, asOf, cause }: FollowContextInput,
): Promise<{ isNew: boolean; written: number }> {
  const { db, options } = container.resolve<SalesModuleService>(SALES_MODULE)
  const newSaleId = newId("sale")
  const context = {
    ...{ asOf, cause, now: now.toISOString(), returnDays: options.returnDays },
    isOrderClosed: ["completed", "archived"].includes(of.order.status),
  }
  return writeSale(db.knex, { orderId: of.order.id, newSaleId, at: now }, (locked) =>
    decideSale(of, { locked, person, context, saleId: locked?.sale.id ?? newSaleId, personalBefore }),
  )
}
