import { CORE_MODULE, type CoreModuleService } from "../../src/modules/core"
import { countFigures } from "../../src/workflows/billing/figures/count-figures"
import type { Asking } from "./ask-package-routes"
import { giveExits } from "./give-exit"
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

/** Each route of what is declared on the exit pages, and of moving subscriptions in, is asked once. */
export async function askExitRoutes({ store, admin: { get, post } }: BillingCallers, of: Owing): Promise<void> {
  const at = "/admin/billing/exits"
  await giveExits(store.knex(), of.subscriptionId)
  await get(at)
  const { settings } = await get(`${at}/settings`)
  const [{ region_id }] = settings.regions
  const region = { region_id, cancel: true, withdraw: true, automatic: true, withdrawal_days: 14 }
  await post(`${at}/settings`, { regions: [region] })
  await post(`${at}/bexr_assign/assign`, { subscription_id: of.subscriptionId })
  await post(`${at}/bexr_carry_out/carry-out`, { when: "done" })
  await post(`${at}/bexr_refuse/refuse`, { reason: "a mistake" })
  await post(`${at}/bexr_mail/mail`)
  const content = Buffer.from("key,email,product,unit_price,interval,next_on\n").toString("base64")
  const file = { format: "template", file_name: "subscriptions.csv", content, key: "an-import-1" }
  await post("/admin/billing/imports", { ...file, dry_run: true })
}

/** Each route of the figures is asked once. */
export async function askFigureRoutes({ store, admin: { get } }: BillingCallers): Promise<void> {
  await countFigures(store.container(), await store.container().resolve<CoreModuleService>(CORE_MODULE).today())
  const { figures } = await get("/admin/billing/figures")
  if (!figures.days.length) {
    throw new Error("Nothing was counted")
  }
  await get("/admin/billing/figures/behind?figure=mrr&currency_code=eur")
  await get("/admin/billing/figures/csv")
}
