import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AskForOffer } from "../../../../contracts/billing/offer-requests/offer-requests"
import { askForOffer } from "../../../../workflows/billing/offer-requests/ask-for-offer"
import { storeNow } from "../../../now"
import { storeDate } from "../../../store-date"
import { shopperOf } from "../products/shopper-of"

/** Somebody asks for a product that is sold on request; the answer says nothing of who else has (B11). */
export async function POST(req: AuthenticatedMedusaRequest<AskForOffer>, res: MedusaResponse): Promise<void> {
  const { region_id, currency_code, locale, ...ask } = req.validatedBody
  const shopper = await shopperOf(req, {
    ...(region_id === undefined ? {} : { region_id }),
    ...(currency_code === undefined ? {} : { currency_code }),
  })
  await askForOffer(req.scope, ask, {
    shopper,
    customerId: req.auth_context?.actor_id || null,
    locale: locale ?? null,
    at: await storeNow(req.scope),
    asOf: await storeDate(req.scope),
  })
  res.json({ requested: true })
}
