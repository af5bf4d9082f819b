import type { Asking } from "./ask-package-routes"
import { giveReminder } from "./give-reminder"
import type { TestStore } from "./store-test"

/** Who asks: the admin, and the customer whose invoices they are. */
export interface BillingCallers {
  store: TestStore
  admin: Asking
  shopper: Asking
}

/** A customer with a subscription whose renewals were declined. */
export interface Owing {
  customerId: string
  subscriptionId: string
}

/** Each route of invoices' files is asked once. */
export async function askDocumentRoutes({ admin, shopper }: BillingCallers, of: Owing): Promise<void> {
  const { get, post } = admin
  await get("/admin/billing/documents/look")
  await post("/admin/billing/documents/look", { footer: "Thank you" })
  await get(`/admin/billing/customers/${of.customerId}/document-check`)
  await get(`/admin/billing/subscriptions/${of.subscriptionId}/document-check`)
  const { invoices } = await shopper.get("/store/customers/me/invoices")
  const [{ id }] = invoices
  await get(`/admin/billing/invoices/${id}/documents/pdf`)
  await post("/admin/billing/invoices/documents", { ids: [id] })
  await shopper.get(`/store/customers/me/invoices/${id}/documents/pdf`)
}

/** Each route of reminders is asked once. */
export async function askReminderRoutes({ store, admin: { get, post } }: BillingCallers, of: Owing): Promise<void> {
  const at = "/admin/billing/reminders"
  const id = await giveReminder(store.knex(), of)
  await get(at)
  await get(`${at}/${id}`)
  await post(`${at}/${id}/send`)
  await get(`${at}/preview?template=billing.overdue&language=en`)
  await get(`${at}/settings`)
  await post(`${at}/settings`, { card_days: 20 })
}
