import type { CreateOrderLineItemDTO, MedusaContainer, OrderLineItemDTO } from "@medusajs/framework/types"
import { MathBN, Modules } from "@medusajs/framework/utils"
import { adminTermsOfLine, type AdminLine } from "../../../rules/billing"
import type { LineOffers } from "../../../rules/billing/cart/fee-stage"
import type { LineOffer } from "../../../rules/billing/cart/line-offers"
import type { Decimal } from "../../../rules/money"
import { loadOrder } from "../../orders/load-orders"
import type { OrderFacts } from "../../orders/order-facts"
import { packageContents } from "../../ports/packages/package-contents"
import { loadOfferTerms, type LoadedOffer } from "../offers/steps/load-offer-terms"

/** A line of an order as its open change makes it. */
export interface PreviewLine {
  id: string
  productId: string | null
  variantId: string | null
  metadata: Record<string, unknown> | null
  unitPrice: Decimal
  /** What a line that belongs to it repeats: its words, and what decides its taxes. */
  goods: Partial<CreateOrderLineItemDTO> & { product_type_id?: string }
}

export interface ChangeAction {
  id: string
  action: string
  details?: Record<string, unknown> | null
}

/** A draft, or an order with an open edit or exchange, as an admin sells by it. */
export interface AdminSale {
  order: OrderFacts
  /** The open change; null: a draft without one. */
  change: { id: string; version: number; exchangeId: string | null; actions: ChangeAction[] } | null
  preview: PreviewLine[]
  lines: AdminLine[]
}

const UNDER_WAY = ["pending", "requested"]
/** Claims replace what was sold, and returns take it back: neither sells. */
const SELLING = ["edit", "exchange"]

/** What an admin is selling by an order; null: nothing is being sold by it. */
export async function loadAdminSale(container: MedusaContainer, orderId: string): Promise<AdminSale | null> {
  const orders = container.resolve(Modules.ORDER)
  const order = await loadOrder(container, orderId)
  const filters: Record<string, unknown> = { order_id: orderId, status: UNDER_WAY }
  const [open] = await orders.listOrderChanges(filters, { relations: ["actions"] })
  if (open ? !SELLING.includes(open.change_type ?? "edit") : !order.isDraft) {
    return null
  }
  const previewed = await orders.previewOrderChange(orderId)
  const items = previewed.items ?? []
  const actions: ChangeAction[] = open?.actions ?? []
  const added = new Set(actions.filter(({ action }) => action === "ITEM_ADD").map(referenceOf))
  return {
    order,
    change: open ? { id: open.id, version: open.version, exchangeId: open.exchange_id ?? null, actions } : null,
    preview: items.map(previewLine),
    lines: items.map((line) => ({
      id: line.id,
      title: line.title,
      variantId: line.variant_id ?? null,
      metadata: line.metadata ?? null,
      quantity: Number(line.quantity),
      isAdded: order.isDraft || added.has(line.id),
    })),
  }
}

const previewLine = (line: OrderLineItemDTO): PreviewLine => ({
  id: line.id,
  productId: line.product_id ?? null,
  variantId: line.variant_id ?? null,
  metadata: line.metadata ?? null,
  unitPrice: MathBN.convert(line.unit_price).toFixed(),
  goods: {
    product_id: line.product_id ?? undefined,
    subtitle: line.subtitle ?? undefined,
    thumbnail: line.thumbnail ?? undefined,
    product_type: line.product_type ?? undefined,
    product_type_id: line.product_type_id ?? undefined,
    product_collection: line.product_collection ?? undefined,
    product_handle: line.product_handle ?? undefined,
    is_tax_inclusive: line.is_tax_inclusive,
  },
})

export const referenceOf = ({ details }: ChangeAction): string => String(details?.reference_id)

/** The terms under which the lines are sold, by line id; goods without an offer and contents of packages are left out. */
export async function loadAdminOffers(container: MedusaContainer, { order, preview }: AdminSale): Promise<LineOffers> {
  const inPackages = await packageContents.get().ofOrder(container, { id: null, cartId: order.cartId, lines: preview })
  const sold = preview.filter(({ id }) => !inPackages.has(id))
  const productIds = [...new Set(sold.flatMap(({ productId }) => productId ?? []))]
  const { currencyCode, regionId } = order
  const offers = await loadOfferTerms(container, { productIds, currencyCode, regionId })
  return new Map(
    sold.flatMap((line): [string, LineOffer][] => {
      const offered = offeredLine(line, offers.get(line.productId ?? ""))
      return offered ? [[line.id, offered]] : []
    }),
  )
}

function offeredLine({ variantId, unitPrice }: PreviewLine, found: LoadedOffer | undefined): LineOffer | null {
  const cycle = found?.cycles.find((one) => one.variantId === variantId)
  if (!found || !cycle) {
    return null
  }
  const { offer } = found
  const decided = adminTermsOfLine({ offer, cycle, unitPrice })
  const { id: cycleId } = cycle
  const ids = { offerId: offer.id, cycleId, productId: offer.productId, variantId: cycle.variantId }
  return decided.ok ? { ok: true, ...ids, terms: decided.terms } : null
}
