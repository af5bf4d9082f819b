import type { MedusaContainer } from "@medusajs/framework/types"
import {
  addShippingMethodToCartWorkflow,
  createCartWorkflow,
  listShippingOptionsForCartWithPricingWorkflow,
} from "@medusajs/medusa/core-flows"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { CORE_MODULE, type CoreModuleService } from "../../../modules/core"
import {
  CUSTOMERS_MODULE,
  type CustomersModuleService,
  prepareQuickOrder,
  type QuickOrderRow,
} from "../../../modules/customers"
import type { BasketItem, QuickOrderDetails } from "../../../rules/customers"
import { compare } from "../../../rules/money"
import { guestOf } from "../../cart/binding/bind-guest"
import { decimalOf } from "../../cart/to-cart-facts"
import { packageChoices } from "../../ports/packages/package-choices"
import { cartOfAttempt } from "./cart-of-attempt"
import { orderingAddress } from "./ordering-address"
import { readQuickOrderCart, type QuickOrderCart } from "./quick-order-cart"
import type { QuickOrderContext } from "./quick-order-context"

export type MadeCart =
  | { kind: "made"; cart: QuickOrderCart }
  /** Somebody else has changed or sent the order just now. */
  | { kind: "moved" }
  | { kind: "no_shipping" }

/**
 * Makes the cart of a quick order, as it is sent: by Medusa's own cart workflows, so that prices, discounts, taxes and shipping
 * are those of the order. The own record names the cart before there is one, so that its first pricing has the link's terms (C24).
 */
export async function makeCart(
  container: MedusaContainer,
  context: QuickOrderContext,
  { order, details }: { order: QuickOrderRow; details: QuickOrderDetails },
): Promise<MadeCart> {
  const { knex } = container.resolve<CustomersModuleService>(CUSTOMERS_MODULE).db
  const attempt = order.attempt + 1
  const cartId = cartOfAttempt(context.link.tokenHash, { turn: order.turn, attempt })
  if (!(await prepareQuickOrder(knex, { id: order.id, attempt, cartId, details }))) {
    return { kind: "moved" }
  }
  await createCart(container, context, { cartId, order, details })
  const cart = await readQuickOrderCart(container, cartId)
  if (!cart?.needsShipping) {
    return cart ? { kind: "made", cart } : { kind: "moved" }
  }
  if (!(await ship(container, cartId))) {
    return { kind: "no_shipping" }
  }
  const shipped = await readQuickOrderCart(container, cartId)
  return shipped ? { kind: "made", cart: shipped } : { kind: "moved" }
}

async function createCart(
  container: MedusaContainer,
  context: QuickOrderContext,
  { cartId, order, details }: { cartId: string; order: QuickOrderRow; details: QuickOrderDetails },
): Promise<void> {
  const { customer, place, now } = context
  const address = orderingAddress(context, details)
  const customer_id = customer.customer?.id ?? (await guestOf(container, details.email))
  const input = {
    id: cartId,
    region_id: place.regionId,
    sales_channel_id: place.salesChannelId,
    currency_code: place.currencyCode,
    customer_id,
    email: details.email,
    ...(address ? { shipping_address: address, billing_address: address } : {}),
    ...(customer.language ? { locale: customer.language } : {}),
    items: order.items.filter((item) => !isChosen(item)).map(({ variant_id, quantity }) => ({ variant_id, quantity })),
    metadata: metadataOf(details),
  }
  await createCartWorkflow(container).run({ input })
  for (const item of order.items.filter(isChosen)) {
    await addChosen(container, { cartId, item, now })
  }
}

const isChosen = ({ choices }: BasketItem): boolean => Boolean(choices?.length)

/** A package as it was chosen; its recipe is asked by its product. */
async function addChosen(
  container: MedusaContainer,
  { cartId, item, now }: { cartId: string; item: BasketItem; now: string },
): Promise<void> {
  const { variant_id: variantId, quantity, choices = [] } = item
  const [variant] = await container
    .resolve(Modules.PRODUCT)
    .listProductVariants({ id: variantId }, { select: ["id", "product_id"], take: 1 })
  const asked = { productId: variant?.product_id ?? "", variantId, choices }
  await packageChoices.get().addToCart(container, { ...asked, cartId, quantity, now })
}

/** What stands on the order itself, for people and for other programs. */
function metadataOf({ purchase_order_number, wanted_on, note }: QuickOrderDetails): Record<string, string> {
  const entries = Object.entries({ purchase_order_number, wanted_on, note })
  return Object.fromEntries(
    [["channel", "quick_order"], ...entries].filter((entry): entry is [string, string] => entry[1] !== null),
  )
}

interface ShippingOption {
  id: string
  shipping_profile_id: string
  amount?: unknown
  insufficient_inventory?: boolean
}

/** Adds the cheapest way for each shipping profile of the goods; false where one has none. */
async function ship(container: MedusaContainer, cartId: string): Promise<boolean> {
  const { shippingOptions } = container.resolve<CoreModuleService>(CORE_MODULE).options.pages.quickOrders
  const { result } = await listShippingOptionsForCartWithPricingWorkflow(container).run({
    input: { cart_id: cartId, is_return: false },
  })
  const options = (result as ShippingOption[]).filter(
    ({ id, amount, insufficient_inventory }) =>
      amount !== undefined && amount !== null && !insufficient_inventory && (shippingOptions?.includes(id) ?? true),
  )
  const cheapest = new Map<string, ShippingOption>()
  for (const option of options) {
    const known = cheapest.get(option.shipping_profile_id)
    if (!known || compare(decimalOf(option.amount), decimalOf(known.amount)) < 0) {
      cheapest.set(option.shipping_profile_id, option)
    }
  }
  const profiles = await profilesOf(container, cartId)
  const chosen = profiles.map((profile) => cheapest.get(profile))
  if (!chosen.length || chosen.some((option) => !option)) {
    return false
  }
  await addShippingMethodToCartWorkflow(container).run({
    input: { cart_id: cartId, options: chosen.flatMap((option) => (option ? [{ id: option.id }] : [])) },
  })
  return true
}

async function profilesOf(container: MedusaContainer, cartId: string): Promise<string[]> {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "cart",
    fields: ["items.requires_shipping", "items.product.shipping_profile.id"],
    filters: { id: cartId },
  })
  const [cart] = data as {
    items: { requires_shipping: boolean; product?: { shipping_profile?: { id: string } | null } | null }[]
  }[]
  const needed = (cart?.items ?? []).filter(({ requires_shipping }) => requires_shipping)
  return [...new Set(needed.flatMap(({ product }) => product?.shipping_profile?.id ?? []))]
}
