import type { ExecArgs, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createProduct } from "../../../integration-tests/support/create-product"
import { createRegions } from "../../../integration-tests/support/create-regions"
import { createSalesChannel } from "../../../integration-tests/support/create-sales-channel"
import { createTaxes } from "../../../integration-tests/support/create-taxes"
import { saveMethod } from "../../../src/providers/demo-payment/vault"
import { readInput, writeOutput } from "../../support/child"

export interface ReorderInput {
  count: number
  warmUp: number
}

/** The peer's modules, as far as its subscriptions are seeded. */
interface Peer {
  subscription: { createSubscriptions(rows: object[]): Promise<{ id: string }[]> }
  renewal: {
    createRenewalCycles(rows: object[]): Promise<unknown>
    listAndCountRenewalCycles(filters: object, config: { take: number }): Promise<[object[], number]>
  }
}

type Job = (container: MedusaContainer) => Promise<void>

interface Shop {
  regionId: string
  salesChannelId: string
  customerId: string
  productId: string
  variantId: string
}

const JOB: string = "@reorderjs/reorder/jobs/process-renewal-cycles"
const METHOD = "dpm_bench"
/** Its job goes by the clock: due an hour ago, so that the renewal after this one is not due, too. */
const DUE = new Date(Date.now() - 3_600_000)
const ADDRESS = {
  first_name: "Clara",
  last_name: "Customer",
  address_1: "Weg 1",
  city: "Ort",
  postal_code: "10115",
  country_code: "de",
}

async function prepareShop(container: MedusaContainer): Promise<Shop> {
  const regions = await createRegions(container)
  await createTaxes(container)
  const { id: salesChannelId } = await createSalesChannel(container)
  const product = await createProduct(container, { title: "Hosting", salesChannelId, prices: { eur: 29.9, chf: 29.9 } })
  const customer = await container
    .resolve(Modules.CUSTOMER)
    .createCustomers({ email: "clara@bench.example", first_name: "Clara", last_name: "Customer", has_account: true })
  await saveMethod(container.resolve(ContainerRegistrationKeys.PG_CONNECTION), {
    id: METHOD,
    account_holder_id: `dacc_${customer.id}`,
    brand: "demo",
    last4: "4242",
  })
  const variantId = product.variants[0]?.id ?? ""
  return { regionId: regions.eur.id, salesChannelId, customerId: customer.id, productId: product.id, variantId }
}

function cartOf(shop: Shop) {
  const article = { product_id: shop.productId, variant_id: shop.variantId, requires_shipping: false }
  return {
    region_id: shop.regionId,
    sales_channel_id: shop.salesChannelId,
    customer_id: shop.customerId,
    currency_code: "eur",
    email: "clara@bench.example",
    shipping_address: ADDRESS,
    billing_address: ADDRESS,
    items: [{ ...article, title: "Hosting", quantity: 1, unit_price: 29.9 }],
  }
}

function subscriptionOf(shop: Shop, { cartId, reference }: { cartId: string; reference: string }) {
  const { customerId: customer_id, productId: product_id, variantId: variant_id } = shop
  return {
    reference,
    status: "active",
    customer_id,
    cart_id: cartId,
    product_id,
    variant_id,
    frequency_interval: "month",
    frequency_value: 1,
    started_at: DUE,
    next_renewal_at: DUE,
    customer_snapshot: { email: "clara@bench.example", full_name: "Clara Customer" },
    product_snapshot: { product_id, product_title: "Hosting", variant_id, variant_title: "Standard", sku: null },
    shipping_address: ADDRESS,
    payment_context: { payment_provider_id: "pp_demo_demo", payment_method_reference: METHOD },
  }
}

/** Subscriptions as the peer makes them of a cart: each with a cart of its own and one renewal that is due. */
async function seed(container: MedusaContainer, shop: Shop, { count, prefix }: { count: number; prefix: string }) {
  const peer: Peer = { subscription: container.resolve("subscription"), renewal: container.resolve("renewal") }
  const carts = await container.resolve(Modules.CART).createCarts(Array.from({ length: count }, () => cartOf(shop)))
  const subscriptions = await peer.subscription.createSubscriptions(
    carts.map(({ id }, index) => subscriptionOf(shop, { cartId: id, reference: `${prefix}-${index}` })),
  )
  await peer.renewal.createRenewalCycles(
    subscriptions.map(({ id }) => ({ subscription_id: id, scheduled_for: DUE, status: "scheduled" })),
  )
  await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw("analyze")
}

/** Calls its scheduled job until nothing is due: a call leaves some, because it pages through what it shortens. */
async function renewAll(container: MedusaContainer): Promise<void> {
  const renewal: Peer["renewal"] = container.resolve("renewal")
  // A CommonJS module: what it exports is the import's default.
  const { default: exported }: { default: { default: Job } } = await import(JOB)
  for (;;) {
    const due = { status: "scheduled", scheduled_for: { $lte: DUE } }
    const [, left] = await renewal.listAndCountRenewalCycles(due, { take: 1 })
    if (left === 0) {
      return
    }
    await exported.default(container)
  }
}

export default async function renewReorder({ container }: ExecArgs): Promise<void> {
  const { count, warmUp } = readInput<ReorderInput>()
  const renewal: Peer["renewal"] = container.resolve("renewal")
  const shop = await prepareShop(container)
  await seed(container, shop, { count: warmUp, prefix: "W" })
  await renewAll(container)
  await seed(container, shop, { count, prefix: "B" })
  const begun = performance.now()
  await renewAll(container)
  const perSecond = (count * 1000) / (performance.now() - begun)
  const [, renewed] = await renewal.listAndCountRenewalCycles({ status: "succeeded" }, { take: 1 })
  if (renewed !== count + warmUp) {
    throw new Error(`${renewed} renewals succeeded instead of ${count + warmUp}`)
  }
  writeOutput({ perSecond })
}
