import type { HttpTypes } from "@medusajs/framework/types"
import { capturePaymentWorkflow } from "@medusajs/medusa/core-flows"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { CORE_MODULE, type CoreModuleService } from "../../src/modules/core"
import { CartClient } from "./cart-client"
import { createCustomer, type TestCustomer } from "./create-customer"
import { createOfferedProduct } from "./create-offered-product"
import { createProduct } from "./create-product"
import { createWorld, type World } from "./create-world"
import { giveArticle } from "./give-package"
import { PackageClient } from "./package-client"
import { placeOrder } from "./place-order"
import { SalesClient } from "./sales-client"
import type { TestStore } from "./store-test"

const YEAR = new Date().getUTCFullYear() + 1

/** The hall is rented from the first to the third of July of the next year. */
export const PERIOD = { from: `${YEAR}-07-01T08:00:00Z`, to: `${YEAR}-07-03T08:00:00Z` }

/** A store that sells one article of each type but services, which a test makes of its e-book. */
export class SalesShop {
  world!: World
  sales!: SalesClient
  clara!: TestCustomer
  mug = ""
  ebook = ""
  monthly = ""
  hall = ""
  today = ""

  constructor(private readonly store: TestStore) {}

  async create(): Promise<void> {
    const container = this.store.container()
    this.world = await createWorld(this.store)
    this.sales = new SalesClient(this.store, this.world)
    this.clara = await createCustomer(container, { email: "clara@test.example", ...this.world })
    this.mug = await this.variantOf("Blue mug", true)
    this.ebook = await this.variantOf("E-book", false)
    const { salesChannelId } = this.world
    const interval = { unit: "month" as const, count: 1 }
    const hosting = await createOfferedProduct(container, {
      ...{ title: "Hosting", salesChannelId },
      cycles: [{ name: "Monthly", interval, prices: { eur: 10 }, setupFees: { eur: "5" } }],
    })
    this.monthly = hosting.variants.Monthly ?? ""
    this.hall = (
      await giveArticle(container, { title: "Hall", salesChannelId, prices: { eur: 30, chf: 33 } })
    ).variantId
    await new PackageClient(this.store, this.world).saveArticle(this.hall, { unit: "day" })
    this.today = await container.resolve<CoreModuleService>(CORE_MODULE).today()
  }

  private async variantOf(title: string, isShipped: boolean): Promise<string> {
    const { variants } = await createProduct(this.store.container(), {
      ...{ title, salesChannelId: this.world.salesChannelId, prices: { eur: 20 } },
      ...(isShipped ? { shippingProfileId: this.world.shipping.profileId } : {}),
    })
    return variants[0]?.id ?? ""
  }

  /** The e-book is a service from now on, by the type of its product. */
  async makeService(type: string): Promise<void> {
    const products = this.store.container().resolve(Modules.PRODUCT)
    const { id } = await products.createProductTypes({ value: type })
    const { product_id } = await products.retrieveProductVariant(this.ebook)
    await products.updateProducts(product_id ?? "", { type_id: id })
  }

  /** Paid at once by the demo provider, or authorized alone by Medusa's own. */
  buy = (
    variants: string[],
    { isPaid = true, headers = this.clara.headers, withShipping = variants.includes(this.mug), quantity = 1 } = {},
  ): Promise<HttpTypes.StoreOrder> =>
    placeOrder(this.store, this.world, {
      items: variants.map((variant_id) => ({ variant_id, quantity })),
      ...{ headers, withShipping, providerId: isPaid ? "pp_demo_demo" : "pp_system_default" },
    })

  async rent({ isPaid = true } = {}): Promise<HttpTypes.StoreOrder> {
    const { headers } = this.clara
    const shopper = new CartClient(this.store, this.world, headers)
    const { id } = await shopper.create("de", { email: "clara@test.example" })
    const body = { variant_id: this.hall, period: PERIOD }
    await this.store.api.post(`/store/carts/${id}/rentals`, body, { headers })
    return shopper.complete(id, isPaid ? "pp_demo_demo" : "pp_system_default")
  }

  /** Captures what is authorized, all of it where no amount is named. */
  async capture(orderId: string, amount?: number): Promise<void> {
    const fields = ["payment_collections.payments.id"]
    const { data } = await this.store
      .container()
      .resolve(ContainerRegistrationKeys.QUERY)
      .graph({ entity: "order", fields, filters: { id: orderId } })
    const payment_id = data[0]?.payment_collections?.[0]?.payments?.[0]?.id ?? ""
    await capturePaymentWorkflow(this.store.container()).run({
      input: { payment_id, ...(amount === undefined ? {} : { amount }) },
    })
    await this.store.settled()
  }

  /** As if the room had not been there when these orders were placed. */
  async forgetSales(): Promise<void> {
    const tables = ["event", "snapshot", "head", "sale"].map((name) => `sales_${name}`)
    const statements = [
      ...tables.map((table) => `alter table ${table} disable trigger all`),
      ...tables.map((table) => `delete from ${table}`),
      ...tables.map((table) => `alter table ${table} enable trigger all`),
    ]
    await this.store.knex().raw(statements.join("; "))
  }

  backfill = async (body: object = {}): Promise<{ made: number; failed: number; left: number }> =>
    (await this.store.api.post("/admin/sales/backfill", body, this.world.adminHeaders)).data
}

export const lineOf = (order: HttpTypes.StoreOrder, title: string): string =>
  order.items?.find((item) => item.product_title === title || item.title === title)?.id ?? ""
