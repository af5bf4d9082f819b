import { Modules } from "@medusajs/framework/utils"
import { BILLING_MODULE, type BillingModuleService } from "../../src/modules/billing"
import { createCrmWorld } from "./create-crm-world"
import { addDays } from "../../src/rules/calendar"
import { createCustomer, type TestCustomer } from "./create-customer"
import { createMoneyWorld, payByCard } from "./create-money-world"
import { createOfferedProduct } from "./create-offered-product"
import { createQuickOrderWorld } from "./create-quick-order-world"
import { createPackageWorld, type KnownAt } from "./create-package-world"
import { createWorld, type World } from "./create-world"
import { giveDiscount, giveOrderDiscount } from "./give-discount"
import { giveExits } from "./give-exit"
import { givePromotion } from "./give-promotion"
import { giveReminder } from "./give-reminder"
import { giveService } from "./give-service"
import { placeOrder } from "./place-order"
import type { TestStore } from "./store-test"

/** A store with one of everything that a route can be asked for; what belongs to somebody is Clara's. */
export interface RouteWorld {
  world: World
  clara: TestCustomer
  /** Values for fields and parameters, by their names. */
  known: Record<string, string>
  /** The same for one route: what is a package there, is one. */
  knownAt: (path: string) => Record<string, string>
  /** A route's address with the ids of this world, or with another text in the place of each. */
  addressOf: (path: string, instead?: string) => string
}

const OWN_IDS: [RegExp, string][] = [
  [/(provisioning|me)\/services/, "service_id"],
  [/provisioning\/servers/, "server_id"],
  [/promotions/, "promotion_id"],
  [/article-discounts/, "discount_id"],
  [/order-discounts/, "order_discount_id"],
  [/assignments/, "assignment_id"],
  [/subscriptions/, "subscription_id"],
  [/reminders/, "reminder_id"],
  [/runs/, "run_id"],
  [/invoices/, "invoice_id"],
  [/customers/, "customer_id"],
  [/orders/, "order_id"],
  [/groups/, "collection_id"],
  [/offers/, "offer_id"],
  [/carts/, "cart_id"],
  [/products/, "product_id"],
  [/sales/, "sale_id"],
]

export async function createRouteWorld(store: TestStore): Promise<RouteWorld> {
  const world = await createWorld(store)
  const container = store.container()
  const clara = await createCustomer(container, { email: "clara@test.example", ...world })
  // Before anything that is bought today: invoices are issued one date after the other.
  const { dora, knownAt: ofMoney } = await createMoneyWorld(store, world)
  const hosting = await createOfferedProduct(container, {
    title: "Hosting",
    salesChannelId: world.salesChannelId,
    cycles: [{ name: "Monthly", interval: { unit: "month", count: 1 }, prices: { eur: 10 } }],
  })
  const variant_id = hosting.variants.Monthly ?? ""
  const backup = await createOfferedProduct(container, {
    title: "Backup",
    salesChannelId: world.salesChannelId,
    cycles: [{ name: "Monthly", interval: { unit: "month", count: 1 }, prices: { eur: 5 } }],
  })
  const cross_sells = JSON.stringify([{ product_id: backup.productId, replaces: false }])
  await store.knex()("billing_offer").where({ id: hosting.offerId }).update({ cross_sells })
  const order = await placeOrder(store, world, { headers: clara.headers, items: [{ variant_id, quantity: 2 }] })
  const billing = container.resolve<BillingModuleService>(BILLING_MODULE)
  const [subscription] = await billing.listSubscriptions({ order_id: order.id }, { relations: ["items"] })
  const [invoice] = await billing.listInvoices({ order_id: order.id })
  const { data } = await store.api.post(
    "/store/carts",
    { region_id: world.regions.eur.id, items: [{ variant_id, quantity: 1 }] },
    { headers: clara.headers },
  )
  const discount_id = await giveDiscount(container, {
    rules: [{ value: "10" }],
    on: [{ level: "variant", target_id: variant_id }],
  })
  const order_discount_id = await giveOrderDiscount(container, { ranges: [{ currency_code: "eur", percent: "5" }] })
  const assignment = await store.knex()("discounts_assignment").where({ discount_id }).first("id")
  const sale = await store.knex()("sales_sale").where({ order_id: order.id }).first("id")
  await store.api.post("/admin/sales/checkpoints", {}, world.adminHeaders)
  const [group] = await container.resolve(Modules.PRODUCT).createProductCollections([{ title: "Web" }])
  const promotion_id = await givePromotion(container, { code: "SPRING", value: 10 })
  const known: Record<string, string> = {
    promotion_id,
    sale_id: sale.id,
    number: "1",
    collection_id: group?.id ?? "",
    variant_id,
    product_id: hosting.productId,
    offer_id: hosting.offerId,
    cart_id: data.cart.id,
    order_id: order.id,
    region_id: world.regions.eur.id,
    customer_id: clara.customer.id,
    subscription_id: subscription?.id ?? "",
    item_id: subscription?.items[0]?.id ?? "",
    pause_until: addDays(subscription?.period_start ?? "", 30),
    invoice_id: invoice?.id ?? "",
    discount_id,
    order_discount_id,
    assignment_id: assignment.id,
    target_id: variant_id,
    level: "variant",
    provider_id: "pp_demo_demo",
    currency_code: "eur",
    country_code: "de",
    as_of: "2026-02-28",
    from: "2026-01-01",
    to: "2026-12-31",
    starts_on: "2026-01-01",
    ends_on: "2026-12-31",
    due_on: "2026-03-15",
    expires_on: "2999-12-31",
    refunded_total: "0",
    credited_total: "0",
    key: "goodwill-0001",
    name: "Ten",
    payment_type: "recurring",
    format: "pdf",
    group: "everyone",
  }
  const [run] = await store
    .knex()("billing_run")
    .insert({ id: "brun_open", as_of: "2026-01-15", status: "running", requested_by: "user:user_1" })
    .returning("id")
  known.run_id = run.id
  known.reminder_id = await giveReminder(store.knex(), {
    subscriptionId: known.subscription_id ?? "",
    customerId: clara.customer.id,
  })
  const given = { orderId: order.id, productId: hosting.productId, customerId: clara.customer.id }
  const { serviceId, serverId } = await giveService(store.knex(), given)
  known.service_id = serviceId
  known.server_id = serverId
  const idFor = (path: string): string => known[OWN_IDS.find(([pattern]) => pattern.test(path))?.[1] ?? ""] ?? "none"
  const ofPaths = [
    ...ofMoney,
    [/cross-sells/, { variant_id: backup.variants.Monthly ?? "" }] satisfies KnownAt,
    ...(await giveExits(store.knex(), subscription?.id ?? "")),
    ...(await payByCard(store, world, { dora, variant_id })),
    ...(await createPackageWorld(store, world, clara.headers)),
    ...(await createCrmWorld(store, world)),
    ...(await createQuickOrderWorld(store, world)),
  ]
  known.profile_id = ofPaths.find(([, of]) => of.profile_id)?.[1].profile_id ?? ""
  const knownAt = (path: string): Record<string, string> => ({
    ...known,
    ...ofPaths.find(([pattern]) => pattern.test(path))?.[1],
  })
  const addressOf = (path: string, instead?: string): string => {
    const here = { id: idFor(path), ...knownAt(path) }
    return path.replace(/:(\w+)/g, (_all, name: string) => instead ?? here[name as keyof typeof here] ?? "none")
  }
  return { world, clara, known, knownAt, addressOf }
}
