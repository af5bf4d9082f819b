import { sweepOrders } from "../../src/workflows/orders/sweep-orders"
import { orderRooms } from "../../src/workflows/rooms"
import { CORE_MODULE, type CoreModuleService } from "../../src/modules/core"
import { ACCOUNT_FAULTS } from "./account-faults"
import { createCustomer, type TestCustomer } from "./create-customer"
import { createProduct } from "./create-product"
import { createWorld, type World } from "./create-world"
import { placeOrder } from "./place-order"
import type { TestStore } from "./store-test"

const DEMO = "pp_demo_demo"

export interface Invoice {
  id: string
  total: string
  status: string
  order_id: string
  refundable_total: string
  customer_balance: string
  credit_notes: { id: string; number: string; total: string }[]
  entries: { kind: string; amount: string; reason: string | null }[]
  payment: Record<
    "open_total" | "paid_total" | "refunded_total" | "credited_total" | "written_off_total" | "balance_total",
    string
  >
}

/** A store that sells mugs to Clara, and what an admin does with her invoices. */
export class AccountClient {
  private constructor(
    private readonly store: TestStore,
    readonly world: World,
    readonly clara: TestCustomer,
    readonly mug: string,
  ) {}

  static async create(store: TestStore): Promise<AccountClient> {
    const world = await createWorld(store)
    const { salesChannelId } = world
    const clara = await createCustomer(store.container(), { email: "clara@test.example", ...world })
    const product = await createProduct(store.container(), { title: "Mug", salesChannelId, prices: { eur: 10 } })
    return new AccountClient(store, world, clara, product.variants[0]?.id ?? "")
  }

  buy = async (variant_id = this.mug, quantity = 1): Promise<Invoice> => {
    const { headers } = this.clara
    const items = [{ variant_id, quantity }]
    const order = await placeOrder(this.store, this.world, { items, headers, providerId: DEMO })
    await this.sweep()
    const { data } = await this.store.api.get(`/admin/billing/invoices?order_id=${order.id}`, this.world.adminHeaders)
    return this.read(data.invoices[0].id)
  }

  sweep = async (): Promise<void> => {
    const container = this.store.container()
    const today = await container.resolve<CoreModuleService>(CORE_MODULE).today()
    await sweepOrders(container, { now: new Date(), today }, orderRooms)
    await this.store.settled()
  }

  read = async (id: string): Promise<Invoice> =>
    (await this.store.api.get(`/admin/billing/invoices/${id}`, this.world.adminHeaders)).data.invoice

  act = async (id: string, action: string, body: object): Promise<Invoice> => {
    const { data } = await this.store.api.post(`/admin/billing/invoices/${id}/${action}`, body, this.world.adminHeaders)
    await this.store.settled()
    return data.invoice
  }

  give = async (amount: string, key: string) => {
    const body = { currency_code: "eur", amount, reason: "goodwill", key }
    const path = `/admin/billing/customers/${this.clara.customer.id}/balance`
    return (await this.store.api.post(path, body, this.world.adminHeaders)).data.account
  }

  /** What the demo provider's bank says later of a charge. */
  bank = async (chargeId: string, outcome: "returned" | "reinstated"): Promise<void> => {
    await this.store.api.post(`/admin/billing/demo-payments/charges/${chargeId}`, { outcome }, this.world.adminHeaders)
    await this.store.settled()
  }

  faults = async (): Promise<string[]> => {
    const found: string[] = []
    for (const [name, sql] of Object.entries(ACCOUNT_FAULTS)) {
      const { rows } = await this.store.knex().raw<{ rows: object[] }>(sql)
      found.push(...rows.map((row) => `${name}: ${JSON.stringify(row)}`))
    }
    return found
  }
}
