import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { ReviewAnswer, ReviewedAnswer, ReviewQuickOrderBody } from "../../../../contracts/customers/quick-orders"
import { linePrices } from "../../../../workflows/customers/quick-orders/place-quick-order"
import { reviewOrder, type ReviewedOrder } from "../../../../workflows/customers/quick-orders/review-order"
import { askByLink } from "../ask-by-link"
import { presentChange } from "../present-basket"

export async function POST(req: MedusaRequest<ReviewQuickOrderBody>, res: MedusaResponse): Promise<void> {
  const { token, email, purchase_order_number, wanted_on, note, address } = req.validatedBody
  const context = await askByLink(req, res, { token, isCostly: true, isUse: true })
  if (!context) {
    return
  }
  const reviewed = await reviewOrder(req.scope, context, {
    email,
    purchaseOrderNumber: purchase_order_number,
    wantedOn: wanted_on,
    note,
    address,
  })
  res.json({
    outcome: reviewed.kind,
    problems: reviewed.kind === "problems" ? reviewed.problems : [],
    changes: reviewed.kind === "changed" ? reviewed.basket.changes.map(presentChange) : [],
    review: reviewed.kind === "made" ? presentReview(reviewed) : null,
  } satisfies ReviewedAnswer)
}

function presentReview({ cart, turn, attempt }: Extract<ReviewedOrder, { kind: "made" }>): ReviewAnswer {
  const keys = linePrices(cart).map(({ variantId }) => variantId)
  return {
    turn,
    attempt,
    currency_code: cart.currencyCode,
    lines: cart.lines.map(({ variantId: _id, ...line }, index) => ({ ...line, key: keys[index] ?? "" })),
    goods: cart.goods,
    shipping: cart.shipping,
    tax_added: cart.taxAdded,
    tax_included: cart.taxIncluded,
    total: cart.total,
  }
}
