import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { round, subtract, sum, type Decimal } from "../../../rules/money"
import { decimalOf } from "../../cart/to-cart-facts"
import { hiddenContents } from "../../ports/packages/hidden-contents"

/** A line as it is shown before the order is made, and compared when it is sent. */
export interface QuickOrderLine {
  variantId: string | null
  title: string
  detail: string | null
  quantity: number
  /** Before discounts. */
  list: Decimal
  /** After discounts, with tax where the price includes it. */
  total: Decimal
  discounts: string[]
}

/** A cart as the customer confirms it. Amounts are rounded. */
export interface QuickOrderCart {
  id: string
  regionId: string | null
  currencyCode: string
  /** Medusa's: an account's own, whatever its profile says. */
  email: string | null
  address: Record<string, string | null> | null
  lines: QuickOrderLine[]
  /** What the goods come to after discounts. */
  goods: Decimal
  /** What each way of shipping comes to, as a line does. */
  shipping: { name: string; amount: Decimal }[]
  /** What is added for tax; zero where the prices include it. */
  taxAdded: Decimal
  taxIncluded: Decimal
  total: Decimal
  needsShipping: boolean
  paymentCollectionId: string | null
}

interface Priced {
  is_tax_inclusive?: boolean | null
  subtotal?: unknown
  discount_subtotal?: unknown
  total?: unknown
}

interface Line extends Priced {
  id: string
  title: string
  product_title?: string | null
  variant_title?: string | null
  variant_id?: string | null
  quantity: unknown
  requires_shipping?: boolean | null
  created_at?: unknown
  original_total?: unknown
  adjustments?: { description?: string | null; code?: string | null }[] | null
}

interface Row {
  id: string
  region_id?: string | null
  currency_code: string
  email?: string | null
  shipping_address?: Record<string, string | null> | null
  completed_at?: unknown
  items?: Line[]
  shipping_methods?: ({ name: string } & Priced)[] | null
  payment_collection?: { id: string } | null
  total: unknown
  tax_total: unknown
}

const FIELDS = [
  "id",
  "region_id",
  "currency_code",
  "email",
  "shipping_address.*",
  "total",
  "tax_total",
  "items.*",
  "items.adjustments.*",
  "items.tax_lines.*",
  "items.total",
  "items.subtotal",
  "items.original_total",
  "items.discount_subtotal",
  "shipping_methods.*",
  "shipping_methods.tax_lines.*",
  "shipping_methods.adjustments.*",
  "shipping_methods.total",
  "shipping_methods.subtotal",
  "shipping_methods.discount_subtotal",
  "payment_collection.id",
]

/** Reads the cart of a quick order; null: there is none. What is hidden in a package is not shown. */
export async function readQuickOrderCart(container: MedusaContainer, cartId: string): Promise<QuickOrderCart | null> {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({ entity: "cart", fields: FIELDS, filters: { id: cartId } })
  const [read] = data as Row[]
  return read ? cartOf(await hiddenContents.get()(container, read), read) : null
}

function cartOf(shown: Row, whole: Row): QuickOrderCart {
  const currency = shown.currency_code
  const lines = (shown.items ?? []).map((line) => lineOf(line, currency))
  const goods = sum(lines.map(({ total }) => total))
  const shipping = (shown.shipping_methods ?? []).map((one) => ({
    name: one.name,
    amount: round(discounted(one), currency),
  }))
  const total = round(decimalOf(shown.total), currency)
  const taxAdded = round(subtract(subtract(total, goods), sum(shipping.map(({ amount }) => amount))), currency)
  return {
    id: shown.id,
    regionId: shown.region_id ?? null,
    currencyCode: currency,
    email: shown.email ?? null,
    address: shown.shipping_address ?? null,
    lines,
    goods,
    shipping,
    taxAdded,
    taxIncluded: round(subtract(decimalOf(shown.tax_total), taxAdded), currency),
    total,
    needsShipping: (whole.items ?? []).some(({ requires_shipping }) => requires_shipping),
    paymentCollectionId: shown.payment_collection?.id ?? null,
  }
}

/** After discounts, with tax where the price includes it. */
const discounted = ({ is_tax_inclusive, subtotal, discount_subtotal, total }: Priced): Decimal =>
  is_tax_inclusive ? decimalOf(total) : subtract(decimalOf(subtotal), decimalOf(discount_subtotal))

function lineOf(line: Line, currency: string): QuickOrderLine {
  const list = decimalOf(line.is_tax_inclusive ? line.original_total : line.subtotal)
  const names = (line.adjustments ?? []).map(({ description, code }) => description ?? code ?? "")
  return {
    variantId: line.variant_id ?? null,
    title: line.product_title ?? line.title,
    detail: line.variant_title ?? null,
    quantity: Number(decimalOf(line.quantity)),
    list: round(list, currency),
    total: round(discounted(line), currency),
    discounts: [...new Set(names.filter((name) => name !== ""))],
  }
}
