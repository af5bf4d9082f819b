import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { inTransaction } from "../../../modules/core"
import { profileOfLink, reopenStopped, stoppedQuickOrder, type QuickOrderRow } from "../../../modules/customers"
import { customersDatabase } from "../profiles/editing"
import { linkBuyer } from "../profiles/link-buyer"
import type { QuickOrderContext } from "./quick-order-context"
import { writePlaced } from "./write-placed"

/** The order that a cart became; null: it became none. */
export async function orderOfCart(container: MedusaContainer, cartId: string): Promise<string | null> {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({ entity: "order_cart", fields: ["order_id"], filters: { cart_id: cartId } })
  return (data as { order_id: string }[])[0]?.order_id ?? null
}

interface Placed {
  order: QuickOrderRow
  orderId: string
  at: Date
}

/** A lead becomes the customer of its first order. A second call changes nothing. */
export async function recordPlaced(
  container: MedusaContainer,
  { link, asOf }: Pick<QuickOrderContext, "link" | "asOf">,
  { order, orderId, at }: Placed,
): Promise<void> {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({ entity: "order", fields: ["customer_id"], filters: { id: orderId } })
  const customerId = (data as { customer_id: string | null }[])[0]?.customer_id ?? null
  const editing = { at: at.toISOString(), as_of: asOf, by: null }
  await inTransaction(customersDatabase(container), async (trx) => {
    if (customerId !== null) {
      // Of now: the link's profile may have been merged into another since the page was opened.
      await linkBuyer(trx, { profileId: await profileOfLink(trx, link.id), customerId, editing })
    }
    await writePlaced(trx, { order, orderId, at, asOf })
  })
}

/** An order whose placing has stopped half-way, as its process died: it was made, or can be changed and sent again. */
export async function settleStopped(container: MedusaContainer, context: QuickOrderContext): Promise<void> {
  const order = await stoppedQuickOrder(customersDatabase(container), context.link.id)
  const orderId = order?.cart_id ? await orderOfCart(container, order.cart_id) : null
  if (order) {
    await (orderId === null
      ? reopenStopped(customersDatabase(container), order.id)
      : recordPlaced(container, context, { order, orderId, at: new Date(context.now) }))
  }
}
