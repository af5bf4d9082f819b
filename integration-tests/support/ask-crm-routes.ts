import { Modules } from "@medusajs/framework/utils"
import type { Asking } from "./ask-package-routes"
import type { TestStore } from "./store-test"

interface Callers {
  store: TestStore
  admin: Asking
}

const AT = "/admin/crm"

/** A lead from its making until it is erased: each route of customers is asked once. */
export async function askCrmRoutes({ store, admin }: Callers): Promise<void> {
  const { get, post } = admin
  const { profile } = await post(`${AT}/profiles`, {
    name: "Acme AG",
    email: "acme@test.example",
    phone: "044 668 18 00",
    discount_percent: "12.5",
    notes: "Met at the fair",
  })
  const at = `${AT}/profiles/${profile.id}`
  await post(at, { temperature: "hot", version: profile.version })
  await get(at)
  await get(`${AT}/profiles?q=acme&status=potential&temperature=hot`)
  await get(`${AT}/profiles/csv?q=acme`)
  const customers = store.container().resolve(Modules.CUSTOMER)
  const customer = await customers.createCustomers({ email: "acme@test.example" })
  await get(`${AT}/customers/${customer.id}`)
  await post(`${at}/customers`, { customer_id: customer.id })
  const other = await customers.createCustomers({ email: "nora@test.example" })
  await post(`${AT}/customers/${other.id}`)
  await askNotes(admin, at)
  await askWholesale(admin, at)
  // The import found the lead by its phone, and gave it the name of the file.
  await post(`${at}/erase`, { name: "Acme Holding" })
}

async function askNotes({ get, post, delete: remove }: Asking, at: string): Promise<void> {
  const { note } = await post(`${at}/notes`, { text: "Call", priority: "high", follow_up_on: "2020-01-01" })
  await get(`${at}/notes`)
  await get(`${AT}/follow-ups`)
  await post(`${AT}/notes/${note.id}`, { text: "Call again", version: note.version })
  await get(`${AT}/notes/${note.id}/revisions`)
  await post(`${AT}/notes/${note.id}/follow-up`)
  await remove(`${AT}/notes/${note.id}`)
}

async function askWholesale({ get, post, delete: remove }: Asking, at: string): Promise<void> {
  const { filter } = await post(`${AT}/filters`, { name: "Hot", query: { temperature: ["hot"] } })
  await get(`${AT}/filters`)
  await remove(`${AT}/filters/${filter.id}`)
  const content = Buffer.from("name;email;phone\nAcme Holding;;+41446681800\n").toString("base64")
  const file = { file_name: "customers.csv", content, key: "an-import-1" }
  await post(`${AT}/imports`, { ...file, dry_run: true })
  await post(`${AT}/imports`, { ...file, dry_run: false })
  await post(`${AT}/profiles`, { name: "Acme Zürich", phone: "+41446681800", city: "Zürich" })
  const { groups } = await get(`${AT}/duplicates`)
  const winner = at.split("/").pop()
  const loser = groups[0].profiles.find(({ id }: { id: string }) => id !== winner)
  await get(`${at}/merge?loser_id=${loser.id}`)
  await post(`${at}/merge`, { loser_id: loser.id })
  await get(`${at}/personal-data`)
}
