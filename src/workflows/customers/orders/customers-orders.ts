import type { MedusaContainer } from "@medusajs/framework/types"
import { CORE_MODULE, type CoreModuleService, inTransaction } from "../../../modules/core"
import {
  customerOfOrder,
  makeCurrent,
  ordersOfNewCustomers,
  profileOfQuickOrder,
  touchProfile,
  unplacedOrder,
} from "../../../modules/customers"
import type { OrderRoom } from "../../orders/order-room"
import { adoptCustomer } from "../profiles/adopt-customer"
import { customersDatabase, recordChanges, type Editing } from "../profiles/editing"
import { linkBuyer } from "../profiles/link-buyer"
import { writePlaced } from "../quick-orders/write-placed"

/** The kind of change that makes a customer current; null: none does (C7). */
function madeCurrentBy(container: MedusaContainer): "placed" | "paid" | null {
  const { currentAfter } = container.resolve<CoreModuleService>(CORE_MODULE).options.customers
  return { order: "placed" as const, payment: "paid" as const, never: null }[currentAfter]
}

/**
 * The first order of a potential customer, or its payment, makes them current; never back by itself (C7). An order by a link is
 * its profile's, whoever has the e-mail address; it is known as such, also where the process that made it has died.
 */
export const customersOrders: OrderRoom = {
  room: "customers",
  kinds: ["placed", "paid"],

  async concerns(container, changes, kind) {
    const ids = changes.map(({ order_id }) => order_id)
    const makesCurrent = kind === madeCurrentBy(container)
    return makesCurrent || kind === "placed"
      ? new Set(await ordersOfNewCustomers(customersDatabase(container), ids, { renewals: makesCurrent }))
      : new Set()
  },

  async handle(container, { order_id, kind }, { now, today }) {
    const db = customersDatabase(container)
    const editing: Editing = { at: now.toISOString(), as_of: await today(), by: null }
    const order = await unplacedOrder(db, order_id)
    if (order) {
      await inTransaction(db, (trx) => writePlaced(trx, { order, orderId: order_id, at: now, asOf: editing.as_of }))
    }
    const customerId = await customerOfOrder(db, order_id)
    if (customerId === null) {
      return
    }
    const profileIds = await profilesOf(container, { order_id, customerId, editing })
    const makesCurrent = kind === madeCurrentBy(container)
    await inTransaction(db, async (trx) => {
      for (const profileId of profileIds) {
        if (!makesCurrent) {
          await touchProfile(trx, profileId, now)
        } else if (await makeCurrent(trx, profileId, now)) {
          await recordChanges(trx, editing, [{ profileId, type: "became_current", data: { order_id } }])
        }
      }
    })
  },
}

/** Whose an order is: the customer's own, and the link's by which it was made. */
async function profilesOf(
  container: MedusaContainer,
  { order_id, customerId, editing }: { order_id: string; customerId: string; editing: Editing },
): Promise<Set<string>> {
  const db = customersDatabase(container)
  const ordering = await profileOfQuickOrder(db, order_id)
  if (ordering !== null) {
    await inTransaction(db, (trx) => linkBuyer(trx, { profileId: ordering, customerId, editing }))
  }
  const own = await adoptCustomer(container, customerId, editing)
  return new Set([own, ordering].flatMap((id) => id ?? []))
}
