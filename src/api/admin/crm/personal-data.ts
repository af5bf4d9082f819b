import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { PersonalDataAnswer } from "../../../contracts/customers/personal-data"
import { mergedIds, ordersByLinks, readNotes } from "../../../modules/customers"
import { customersDatabase } from "../../../workflows/customers/profiles/editing"
import { presentNotes, presentRevisions } from "./present-note"
import { profileDetail } from "./profile-detail"

const CUSTOMER = ["*", "addresses.*"]
const ORDER = [
  "id",
  "display_id",
  "created_at",
  "status",
  "email",
  "currency_code",
  "total",
  "items.title",
  "items.quantity",
  "items.unit_price",
  "billing_address.*",
  "shipping_address.*",
]

/** All that the store keeps of a person. Throws NOT_FOUND. */
export async function personalData(
  container: MedusaContainer,
  id: string,
  madeAt: string,
): Promise<PersonalDataAnswer> {
  const profile = await profileDetail(container, id)
  const notes = await presentNotes(container, await readNotes(customersDatabase(container), id))
  const revised = await Promise.all(
    notes.map(async (note) => ({ ...note, revisions: await presentRevisions(container, note.id) })),
  )
  const ids = profile.customers.map((customer) => customer.id)
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data: customers } = ids.length
    ? await query.graph({ entity: "customer", fields: CUSTOMER, filters: { id: ids } })
    : { data: [] }
  const { data: orders } = ids.length
    ? await query.graph({ entity: "order", fields: ORDER, filters: { customer_id: ids } })
    : { data: [] }
  const all = { customers: plain(customers), orders: plain(orders), quick_orders: await quickOrders(container, id) }
  return { made_at: madeAt, profile, notes: revised, ...all }
}

async function quickOrders(container: MedusaContainer, id: string): Promise<PersonalDataAnswer["quick_orders"]> {
  const db = customersDatabase(container)
  return (await ordersByLinks(db, await mergedIds(db, id))).map(({ order_id, placed_at, details }) => ({
    order_id,
    placed_at: placed_at && new Date(placed_at).toISOString(),
    details,
  }))
}

/** As JSON has it: amounts and dates as text. */
const plain = (rows: readonly unknown[]): { id: string; [key: string]: unknown }[] => JSON.parse(JSON.stringify(rows))
