import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { drawReview } from "../../../pages/quick-order/draw-quick-order"
import type { ReviewContent } from "../../../pages/quick-order/quick-order-content"
import type { QuickOrderNotice } from "../../../pages/quick-order/quick-order-texts"
import type { QuickOrderRow } from "../../../modules/customers"
import { CORE_MODULE, type CoreModuleService } from "../../../modules/core"
import { minimumProblem, type PriceChange } from "../../../rules/customers"
import { currentOrder } from "../../../workflows/customers/quick-orders/basket"
import type { ProfileAddress } from "../../../workflows/customers/quick-orders/ordering-customer"
import { pagesUrl } from "../../../workflows/billing/payment-pages/payment-link-url"
import { isCurrentCart } from "../../../workflows/customers/quick-orders/is-current-cart"
import { linePrices, minimumOf } from "../../../workflows/customers/quick-orders/place-quick-order"
import { readQuickOrderCart, type QuickOrderCart } from "../../../workflows/customers/quick-orders/quick-order-cart"
import { pageContext } from "../page-context"
import type { OpenQuickOrder } from "./open-quick-order"
import { baseOf, leadTo, sendQuickOrder } from "./page-parts"

/** Answers with the order as it will be made. It is read, not made: a form makes it. */
export async function sendReview(
  req: MedusaRequest,
  res: MedusaResponse,
  open: OpenQuickOrder,
  { changes = [], notice }: { changes?: PriceChange[]; notice?: QuickOrderNotice } = {},
): Promise<void> {
  const { order } = await currentOrder(req.scope, open.context.link.id)
  const cart = order?.cart_id ? await readQuickOrderCart(req.scope, order.cart_id) : null
  const isOld = order !== null && cart !== null && !isCurrentCart(open.context, order, cart)
  if (!order?.cart_id || isOld) {
    const said = isOld ? "moved" : notice
    leadTo(req, res, { open, to: "/basket", ...(said ? { notice: said } : {}) })
    return
  }
  const content = {
    ...baseOf(req, open, notice),
    changes,
    cart: cart && contentOf(req, { open, order, cart }),
  }
  sendQuickOrder(res, drawReview(content, pageContext(req)), paidAt(req))
}

/** The origin of the page on which an order is paid at once, to which the form that makes it leads. */
function paidAt(req: MedusaRequest): string[] {
  const { pages } = req.scope.resolve<CoreModuleService>(CORE_MODULE).options
  const url = pages.quickOrders.payment === "now" ? (pages.paymentLinkUrl ?? pagesUrl(req.scope)) : null
  return url ? [new URL(url).origin] : []
}

function contentOf(
  req: MedusaRequest,
  { open, order, cart }: { open: OpenQuickOrder; order: QuickOrderRow; cart: QuickOrderCart },
): ReviewContent["cart"] {
  const { customer, place } = open.context
  const { payment } = req.scope.resolve<CoreModuleService>(CORE_MODULE).options.pages.quickOrders
  const address: ProfileAddress | null = order.details.address ?? customer.address
  const keys = linePrices(cart).map(({ variantId }) => variantId)
  const minimum = minimumOf(req.scope, place.currencyCode)
  return {
    turn: order.turn,
    attempt: order.attempt,
    lines: cart.lines.map(({ variantId: _id, ...line }, index) => ({ ...line, key: keys[index] ?? "" })),
    goods: cart.goods,
    shipping: cart.shipping,
    taxAdded: cart.taxAdded,
    taxIncluded: cart.taxIncluded,
    total: cart.total,
    address: address ? linesOf(address) : [],
    email: cart.email ?? "",
    purchaseOrderNumber: order.details.purchase_order_number ?? null,
    wantedOn: order.details.wanted_on ?? null,
    note: order.details.note ?? null,
    missing: minimumProblem(cart.goods, minimum) ? minimum : null,
    payment,
  }
}

const linesOf = ({ name, address_1, address_2, postal_code, city }: ProfileAddress): string[] =>
  [name, address_1, address_2 ?? "", `${postal_code} ${city}`].map((line) => line.trim()).filter(Boolean)
