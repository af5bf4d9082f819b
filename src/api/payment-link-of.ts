import type { MedusaRequest } from "@medusajs/framework/http"
import {
  BILLING_MODULE,
  type BillingModuleService,
  findPaymentLinkByHash,
  type PaymentLinkRecord,
} from "../modules/billing"
import { isLinkGood } from "../rules/billing"
import { hashOfToken } from "../workflows/billing/payment-pages/create-payment-link"
import { storeDate } from "./store-date"

/** The good link of a token. null: there is none; whether it never was, has ended or was revoked makes no difference. */
export async function paymentLinkOf(req: MedusaRequest, token: string): Promise<PaymentLinkRecord | null> {
  const { knex } = req.scope.resolve<BillingModuleService>(BILLING_MODULE).db
  const link = await findPaymentLinkByHash(knex, hashOfToken(token))
  const asOf = await storeDate(req.scope)
  return link && isLinkGood(link, asOf) ? link : null
}
