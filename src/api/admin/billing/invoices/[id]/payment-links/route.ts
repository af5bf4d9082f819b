import type { AuthenticatedMedusaRequest, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import type {
  CreatePaymentLinkBody,
  NewPaymentLinkAnswer,
  PaymentLinkListAnswer,
} from "../../../../../../contracts/billing/payment-links"
import { BILLING_MODULE, type BillingModuleService, paymentLinksOf } from "../../../../../../modules/billing"
import { createPaymentLink } from "../../../../../../workflows/billing/payment-pages/create-payment-link"
import { readPaymentPage } from "../../../../../../workflows/billing/payment-pages/read-payment-page"
import { pathId } from "../../../../../path-id"
import { storeDate } from "../../../../../store-date"
import { presentPaymentLink } from "../../../payment-links/present-payment-link"

export async function GET(req: MedusaRequest, res: MedusaResponse<PaymentLinkListAnswer>): Promise<void> {
  const id = pathId(req.params.id, "Invoice")
  const page = await readPaymentPage(req.scope, id)
  if (!page) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Invoice with id: ${id} was not found`)
  }
  const { knex } = req.scope.resolve<BillingModuleService>(BILLING_MODULE).db
  const asOf = await storeDate(req.scope)
  const links = await paymentLinksOf(knex, id)
  res.json({
    payment_links: links.map((link) => presentPaymentLink(link, asOf)),
    can_create: page.state !== "settled" && page.state !== "paid",
  })
}

export async function POST(
  req: AuthenticatedMedusaRequest<CreatePaymentLinkBody>,
  res: MedusaResponse<NewPaymentLinkAnswer>,
): Promise<void> {
  const { expires_on } = req.validatedBody
  const payment_link = await createPaymentLink(req.scope, {
    invoice_id: pathId(req.params.id, "Invoice"),
    made_for: "copy",
    actor: `user:${req.auth_context.actor_id}`,
    as_of: await storeDate(req.scope),
    ...(expires_on ? { expires_on } : {}),
  })
  res.status(201).json({ payment_link })
}
