import type { MedusaContainer } from "@medusajs/framework/types"
import { CORE_MODULE, type CoreModuleService, inTransaction } from "../../../modules/core"
import { customerOfOrder, makeCurrent, ordersOfNewCustomers, profileOfQuickOrder } from "../../../modules/customers"
import type { OrderRoom } from "../../orders/order-room"
import { adoptCustomer } from "../profiles/adopt-customer"
import { customersDatabase, recordChanges, type Editing } from "../profiles/editing"
import { linkBuyer } from "../profiles/link-buyer"

/** The kind of change that makes a customer current; null: none does (C7). */
function madeCurrentBy(container: MedusaContainer): "placed" | "paid" | null {
  const { currentAfter } = container.resolve<CoreModuleService>(CORE_MODULE).options.customers
  return { order: "placed" as const, payment: "paid" as const, never: null }[currentAfter]
}

/**
 * The first order of a potential customer, or its payment, makes them current; never back by itself (C7). An order by a link is
 * its profile's, whoever has the e-mail address.
 */
export const customersOrders: OrderRoom = {
  room: "customers",
  kinds: ["placed", "paid"],

  async concerns(container, changes, kind) {
    const ids = changes.map(({ order_id }) => order_id)
    return kind === madeCurrentBy(container)
      ? new Set(await ordersOfNewCustomers(customersDatabase(container), ids))
      : new Set()
  },

  async handle(container, { order_id }, { now, today }) {
    const db = customersDatabase(container)
    const customerId = await customerOfOrder(db, order_id)
    if (customerId === null) {
      return
    }
    const editing: Editing = { at: now.toISOString(), as_of: await today(), by: null }
    const ordering = await profileOfQuickOrder(db, order_id)
    if (ordering !== null) {
      await inTransaction(db, async (trx) => linkBuyer(trx, { profileId: ordering, customerId, editing }))
    }
    const own = await adoptCustomer(container, customerId, editing)
    await inTransaction(db, async (trx) => {
      for (const profileId of new Set([own, ordering])) {
        if (profileId !== null && (await makeCurrent(trx, profileId, now))) {
          await recordChanges(trx, editing, [{ profileId, type: "became_current", data: { order_id } }])
        }
      }
    })
  },
}
