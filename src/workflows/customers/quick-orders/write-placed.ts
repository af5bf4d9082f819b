import { addOutboxEvents, addTimeline } from "../../../modules/core"
import { placeQuickOrder, profileOfLink, type QuickOrderRow } from "../../../modules/customers"
import type { CivilDate } from "../../../rules/calendar"
import type { Database } from "../profiles/editing"

interface Placed {
  order: Pick<QuickOrderRow, "id" | "link_id">
  orderId: string
  at: Date
  asOf: CivilDate
}

/** Says which order a basket became; merchants' programs hear of it. Twice is once; in the caller's transaction. */
export async function writePlaced(trx: Database, { order: { id, link_id }, orderId, at, asOf }: Placed): Promise<void> {
  if (!(await placeQuickOrder(trx, { id, orderId, at }))) {
    return
  }
  const profile_id = await profileOfLink(trx, link_id)
  const of = { order_id: orderId, link_id, profile_id }
  await addTimeline(trx, [
    {
      room: "customers",
      subject: "profile",
      subject_id: profile_id,
      type: "customers.quick_order.placed",
      as_of: asOf,
      actor: "system",
      data: of,
    },
  ])
  await addOutboxEvents(trx, [{ name: "customers.quick_order.placed", data: of }])
}
