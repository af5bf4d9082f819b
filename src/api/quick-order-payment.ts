import type { MedusaRequest } from "@medusajs/framework/http"
import { BILLING_MODULE, type BillingModuleService } from "../modules/billing"
import { CORE_MODULE, type CoreModuleService } from "../modules/core"
import { createPaymentLink } from "../workflows/billing/payment-pages/create-payment-link"
import { storeDate } from "./store-date"

const WAIT_MS = 250
/** The order's invoice is issued right after its answer, by another process perhaps. */
const WAITS = 40

/**
 * The page on which an order that was just made is paid, where the store's setting says that it is paid now (C24). Null: it is on
 * account, or asks for no payment.
 */
export async function paymentPageOf(req: MedusaRequest, orderId: string): Promise<string | null> {
  const { payment } = req.scope.resolve<CoreModuleService>(CORE_MODULE).options.pages.quickOrders
  if (payment !== "now") {
    return null
  }
  const billing = req.scope.resolve<BillingModuleService>(BILLING_MODULE)
  for (let waits = 0; waits < WAITS; waits++) {
    const [invoice] = await billing.listInvoices({ order_id: orderId }, { select: ["id"], take: 1 })
    if (invoice) {
      return linkTo(req, invoice.id)
    }
    await new Promise((done) => setTimeout(done, WAIT_MS))
  }
  return null
}

async function linkTo(req: MedusaRequest, invoice_id: string): Promise<string | null> {
  try {
    const as_of = await storeDate(req.scope)
    return (await createPaymentLink(req.scope, { invoice_id, made_for: "mail", actor: "system", as_of })).url
  } catch (error) {
    if ((Object(error) as { type?: unknown }).type === "not_allowed") {
      return null
    }
    throw error
  }
}
