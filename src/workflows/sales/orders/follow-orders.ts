import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { newId } from "../../../modules/core"
import { SALES_MODULE, salesOfOrders, writeSale, type SalesModuleService } from "../../../modules/sales"
import type { CivilDate } from "../../../rules/calendar"
import { peopleOf } from "../people/person-keys"
import { decideSale, personRefOf, type Following } from "./decide-sale"
import { readLastPersonals } from "./last-personals-of-orders"
import { loadOrdersOfSales, type OrderOfSale } from "./load-order-of-sale"

/** What calls for it: when, and a kind of order change, `day` or `backfill`. */
export interface FollowContextInput {
  now: Date
  asOf: CivilDate
  cause: string
  /** Orders of which Medusa has said now that they were placed; left out: none. */
  placedNow?: ReadonlySet<string>
  /** The admins who have changed orders, by order; left out: nobody is named. */
  changedBy?: ReadonlyMap<string, string>
}

/** What came of an order. */
export type Followed = { isNew: boolean; written: number } | { error: unknown }

/** Orders that are read at once. */
const PAGE = 50
/** An order is read so often at most while others write its sale. */
const MOST_READINGS = 8

/**
 * Makes the sales of orders, or has them follow what happened to the orders since: run twice, or late, it adds nothing. What
 * is read is read before a sale's lock; what is decided is decided under it, and read again where another one has written
 * since, so that no older reading is written over a later one. An order that fails holds up no other.
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
    const read = await readPage(container, ids, context)
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

type ReadOrder = Pick<Following, "person" | "personalBefore"> & { of: OrderOfSale; seen: number }

async function readPage(
  container: MedusaContainer,
  ids: readonly string[],
  { now, placedNow = new Set() }: FollowContextInput,
): Promise<ReadOrder[]> {
  const { knex } = container.resolve<SalesModuleService>(SALES_MODULE).db
  // Before the orders: whatever is written from here on is seen under the lock.
  const sales = await salesOfOrders(knex, ids)
  const seen = new Map(sales.map(({ order_id, seq }) => [order_id, seq]))
  const sold = new Map(sales.map(({ order_id, customer_id }) => [order_id, customer_id]))
  const orders = await loadOrdersOfSales(container, { orderIds: ids, now, placedNow, sold })
  const lasts = await readLastPersonals(container, sales)
  const mineOf = ({ order }: OrderOfSale) =>
    lasts.get(order.id)?.find(({ customerRef }) => customerRef === personRefOf(order))
  // What was erased is not written again, unless the order is now another's.
  const isErased = (of: OrderOfSale): boolean => mineOf(of)?.fields === null
  const people = await peopleOf(
    container,
    orders.filter((of) => !isErased(of)).map(({ order }) => personRefOf(order)),
  )
  return orders.map((of) => ({
    of,
    seen: seen.get(of.order.id) ?? 0,
    person: isErased(of) ? null : (people.get(personRefOf(of.order)) ?? null),
    personalBefore: lasts.get(of.order.id) ?? [],
  }))
}

async function followRead(
  container: MedusaContainer,
  first: ReadOrder,
  context: FollowContextInput,
): Promise<{ isNew: boolean; written: number }> {
  const { id } = first.of.order
  let reading: ReadOrder | undefined = first
  for (let count = 1; reading; count++) {
    const written = await writeReading(container, reading, context)
    if (written) {
      return written
    }
    if (count === MOST_READINGS) {
      throw new MedusaError(MedusaError.Types.CONFLICT, `order: the sale of ${id} is being written by others`)
    }
    ;[reading] = await readPage(container, [id], context)
  }
  return { isNew: false, written: 0 }
}

/** Null: it is a reading from before what others have written. */
async function writeReading(
  container: MedusaContainer,
  { of, person, personalBefore, seen }: ReadOrder,
  { now, asOf, cause, changedBy }: FollowContextInput,
): Promise<{ isNew: boolean; written: number } | null> {
  const { db, options } = container.resolve<SalesModuleService>(SALES_MODULE)
  const newSaleId = newId("sale")
  const context = {
    ...{ asOf, cause, now: now.toISOString(), returnDays: options.returnDays },
    changedBy: changedBy?.get(of.order.id) ?? null,
    isOrderClosed: ["completed", "archived"].includes(of.order.status),
  }
  return writeSale(db.knex, { orderId: of.order.id, newSaleId, at: now, seen }, (locked) =>
    decideSale(of, { locked, person, context, saleId: locked?.sale.id ?? newSaleId, personalBefore }),
  )
}
