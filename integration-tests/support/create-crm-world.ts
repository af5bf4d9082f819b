import { Modules } from "@medusajs/framework/utils"
import { newId } from "../../src/modules/core"
import { createNote, CUSTOMERS_MODULE, saveFilter, type CustomersModuleService } from "../../src/modules/customers"
import type { KnownAt } from "./create-package-world"
import type { World } from "./create-world"
import { giveProfile } from "./give-profile"
import type { TestStore } from "./store-test"

/** A lead with a note to come back to, one that is the same, a customer without a profile, and a filter of the admin's. */
export async function createCrmWorld(store: TestStore, world: World): Promise<KnownAt[]> {
  const container = store.container()
  const room = container.resolve<CustomersModuleService>(CUSTOMERS_MODULE)
  const profile_id = await giveProfile(room, { name: "Ten", email: "ten@test.example" })
  const loser_id = await giveProfile(room, { name: "Ten GmbH", email: "ten@test.example" })
  const note_id = newId("cnote")
  const fields = { text: "Call again", priority: "high", follow_up_on: "2026-03-02" } as const
  const editor = { at: new Date("2026-03-01T10:00:00Z"), by: "user_1" }
  await createNote(room.db.knex, { id: note_id, profileId: profile_id, fields }, editor)
  // By the module alone no event is sent, so nobody has made a profile of it.
  const customer = await container.resolve(Modules.CUSTOMER).createCustomers({ email: "nora@test.example" })
  const { user } = (await store.api.get("/admin/users/me", world.adminHeaders)).data
  const filter = { userId: user.id, name: "Ten", query: { q: "", status: [], temperature: [], stale: true } }
  const filter_id = await saveFilter(room.db.knex, filter)
  const dates = { follow_up_on: "2026-03-31" }
  return [
    [/crm\/notes/, { id: note_id, ...dates }],
    [/crm\/filters/, { id: filter_id }],
    [/crm\/customers/, { id: customer.id }],
    [/crm\/profiles/, { id: profile_id, loser_id, customer_id: customer.id, ...dates }],
  ]
}
