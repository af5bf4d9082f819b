import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { placeOrderOfLink, type SentOrder } from "../../../../../../workflows/customers/quick-orders/place-quick-order"
import { storeNow } from "../../../../../now"
import { paymentPageOf } from "../../../../../quick-order-payment"
import { pageRoute } from "../../../../page-route"
import { jsonOf, numberOf, pairListOf } from "../../../basket-form"
import type { FormFields } from "../../../form-fields"
import { quickOrderForm, type OpenQuickOrder } from "../../../open-quick-order"
import { leadTo } from "../../../page-parts"
import { sendReview } from "../../../review-page"

/** Makes the order that was checked, once, however often and from wherever it is sent. */
export const POST = pageRoute(
  quickOrderForm({ isCostly: true }, async (req, res, { open, fields }) => {
    const sent = await sentOf(req, fields)
    const placed = await placeOrderOfLink(req.scope, open.context, sent)
    switch (placed.kind) {
      case "placed":
        return leadToDone(req, res, { open, orderId: placed.orderId, turn: sent.turn })
      case "changed":
        return sendReview(req, res, open, { changes: placed.changes, notice: "changed" })
      case "too_little":
        return leadTo(req, res, { open, to: "/review" })
      case "refused":
        return leadTo(req, res, { open, to: "/basket", notice: "refused" })
      case "busy":
        return leadTo(req, res, { open, to: "/review", notice: "busy" })
      case "moved":
        return leadTo(req, res, { open, to: "/review", notice: "moved" })
    }
  }),
)

async function sentOf(req: MedusaRequest, fields: FormFields): Promise<SentOrder> {
  const { total, lines } = Object(jsonOf(fields.shown)) as { total?: unknown; lines?: unknown }
  const shown = pairListOf(lines).map(([variantId, price]) => ({ variantId, price }))
  const isAmount = typeof total === "string" && /^\d{1,20}(\.\d{1,10})?$/.test(total)
  return {
    turn: numberOf(fields.turn) ?? -1,
    attempt: numberOf(fields.attempt) ?? -1,
    shown: { total: isAmount ? total : "0", lines: shown },
    now: new Date(),
    at: new Date(await storeNow(req.scope)),
  }
}

async function leadToDone(
  req: MedusaRequest,
  res: MedusaResponse,
  { open, orderId, turn }: { open: OpenQuickOrder; orderId: string; turn: number },
): Promise<void> {
  const payment = await paymentPageOf(req, orderId)
  if (payment !== null) {
    res.redirect(303, payment)
    return
  }
  leadTo(req, res, { open, to: `/done/${turn}` })
}
