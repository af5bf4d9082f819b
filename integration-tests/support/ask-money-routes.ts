import { z } from "@medusajs/framework/zod"
import type { Asking } from "./ask-package-routes"
import type { BillingCallers, Owing } from "./ask-document-routes"

const PAGES = "/store/billing/payment-pages"
const DEMO = "pp_demo_demo"

const found = z.object({
  id: z.string(),
  issued_on: z.string(),
  subscription_id: z.string().nullable(),
  renewal_id: z.string().nullable(),
})
type Found = z.infer<typeof found>

/** Invoices are paid and not paid, in every way that there is: each route of money is asked once. The bank declines at first. */
export async function askMoneyRoutes(callers: BillingCallers, of: Owing): Promise<void> {
  const { get, post } = callers.admin
  await get("/admin/billing/invoices/sums")
  await get("/admin/billing/invoices/csv")
  await askDunning(callers.admin)
  const { invoices } = await get(`/admin/billing/invoices?customer_id=${of.customerId}`)
  const listed = found.array().parse(invoices)
  const renewals = listed.filter(({ renewal_id }) => renewal_id !== null)
  const other = renewals.find(({ subscription_id }) => subscription_id !== of.subscriptionId)
  const first = listed.find(({ renewal_id }) => renewal_id === null)
  if (!other || !first) {
    throw new Error(`An invoice is missing: ${JSON.stringify(listed)}`)
  }
  await askPaymentPages(callers, other)
  await post("/admin/billing/demo-payments", { behaviour: "ok" })
  await askSuspension(callers, of)
  await askOpenInvoice(callers.admin, other, of)
  const paid = `/admin/billing/invoices/${first.id}`
  await post(`${paid}/refund`, { amount: "1.00", reason: "late" })
  await post(`${paid}/credit`, { amount: "1.00", reason: "broken" })
  const { demo_payments } = await get("/admin/billing/demo-payments")
  const charge = demo_payments.charges.find(({ status }: { status: string }) => status === "captured")
  await post(`/admin/billing/demo-payments/charges/${charge.id}`, { outcome: "disputed" })
  await callers.store.settled()
}

async function askDunning({ get, post }: Asking): Promise<void> {
  const { subscriptions } = await get("/admin/billing/dunning")
  if (!subscriptions.length) {
    throw new Error("Nobody is being dunned")
  }
  const settings = "/admin/billing/settings"
  await get(settings)
  await post(settings, { terminate_after_days: 60 })
}

async function askPaymentPages({ admin, shopper }: BillingCallers, { id }: Found): Promise<void> {
  const path = `/admin/billing/invoices/${id}/payment-links`
  const { payment_link } = await admin.post(path)
  await admin.get(path)
  const token = payment_link.url.split("/").pop()
  await shopper.post(PAGES, { token })
  await shopper.post(`${PAGES}/pay`, { token, provider_id: DEMO })
  await shopper.post(`${PAGES}/confirm`, { token })
  await admin.post(`/admin/billing/payment-links/${payment_link.id}/revoke`)
}

/** What is owed is charged, so that the subscription can be resumed. */
async function askSuspension({ admin, shopper }: BillingCallers, { subscriptionId }: Owing): Promise<void> {
  const at = `/admin/billing/subscriptions/${subscriptionId}`
  await admin.post(`${at}/retry`)
  await admin.post(`${at}/suspend`, { reason: "asked by phone" })
  await admin.post(`${at}/resume`, { reason: "they are back" })
  await shopper.post(`/store/customers/me/subscriptions/${subscriptionId}/payment-method`, { provider_id: DEMO })
}

async function askOpenInvoice({ get, post }: Asking, { id, issued_on }: Found, { customerId }: Owing): Promise<void> {
  const at = `/admin/billing/invoices/${id}`
  const customer = `/admin/billing/customers/${customerId}`
  const later = new Date(Date.parse(issued_on) + 5 * 86_400_000).toISOString().slice(0, 10)
  await post(`${at}/due-date`, { due_on: later, reason: "asked by phone" })
  await post(`${customer}/balance`, { currency_code: "eur", amount: "1.00", reason: "late", key: "goodwill-0001" })
  await post(`${at}/balance`, { direction: "use" })
  await get(`${customer}/account`)
  await post(`${at}/write-off`, { reason: "moved away" })
  await post(`${at}/undo-write-off`, { reason: "found" })
  await post(`${at}/mark-paid`, { reason: "transfer 4711" })
}
