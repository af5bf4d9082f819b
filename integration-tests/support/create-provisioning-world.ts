import { CORE_MODULE, type CoreModuleService } from "../../src/modules/core"
import type { ServiceAnswer, ServiceDetailAnswer } from "../../src/contracts/provisioning/services"
import { deliverCalls } from "../../src/workflows/provisioning/delivery/deliver-calls"
import { provisioningTick } from "../../src/workflows/provisioning/delivery/provisioning-tick"
import { createOfferedProduct, type OfferedProduct, type OfferedProductInput } from "./create-offered-product"
import { createWorld, type World } from "./create-world"
import { ENDPOINT_SECRET, FakeEndpoint } from "./fake-endpoint"
import type { TestStore } from "./store-test"

export const MONTHLY = [{ name: "Monthly", interval: { unit: "month" as const, count: 1 }, prices: { eur: 10 } }]
export const ONCE = [{ name: "Once", interval: null, prices: { eur: 50 } }]

/** A store whose products are delivered, and the merchant's system that some of it is delivered by. */
export class ProvisioningWorld {
  readonly endpoint = new FakeEndpoint()
  world!: World
  serverId = ""

  constructor(readonly store: TestStore) {}

  async create(): Promise<void> {
    await this.endpoint.outside.start()
    this.world = await createWorld(this.store)
    const { server } = await this.admin<{ server: { id: string } }>("/admin/provisioning/servers", this.serverBody())
    this.serverId = server.id
    await this.tick()
  }

  serverBody = (given: Record<string, unknown> = {}) => ({
    provider_id: "webhook",
    name: "Merchant's system",
    credentials: { url: this.endpoint.outside.url, secret: ENDPOINT_SECRET },
    ...given,
  })

  /** A product that a provider delivers. */
  async product(
    provider: string,
    given: Partial<OfferedProductInput> & { offer?: object; configuration?: object } = {},
  ): Promise<OfferedProduct> {
    const { offer, configuration = {}, ...input } = given
    const made = await createOfferedProduct(this.store.container(), {
      title: "Hosting",
      salesChannelId: this.world.salesChannelId,
      cycles: MONTHLY,
      ...input,
    })
    const { productId } = made
    const payment_type = input.paymentType ?? "recurring"
    const body = { payment_type, provisioning_type: provider, ...offer }
    await this.admin(`/admin/billing/products/${productId}/offer`, body)
    await this.admin(`/admin/provisioning/products/${productId}`, { provider_id: provider, configuration })
    return made
  }

  async admin<Answer>(path: string, body: object): Promise<Answer> {
    return (await this.store.api.post(path, body, this.world.adminHeaders)).data as Answer
  }

  today = () => this.store.container().resolve<CoreModuleService>(CORE_MODULE).today()

  /** Follows what was sold and delivers what is due. */
  async tick(): Promise<void> {
    await provisioningTick(this.store.container(), await this.today())
    await this.store.settled()
  }

  deliver = async () => deliverCalls(this.store.container(), await this.today())

  /** What waits is due now. */
  async hurry(): Promise<void> {
    await this.store.knex()("provisioning_server").update({ resting_until: null })
    await this.store
      .knex()("provisioning_call")
      .where({ status: "waiting" })
      .update({ next_try_at: this.store.knex().fn.now() })
    await this.tick()
  }

  async services(query: Record<string, string> = {}): Promise<ServiceAnswer[]> {
    const { data } = await this.store.api.get("/admin/provisioning/services", {
      ...this.world.adminHeaders,
      params: query,
    })
    return (data.services as ServiceAnswer[]).reverse()
  }

  async only(query: Record<string, string> = {}): Promise<ServiceDetailAnswer> {
    const [service, ...others] = await this.services(query)
    if (!service || others.length) {
      throw new Error(`There are ${others.length + (service ? 1 : 0)} services`)
    }
    const { data } = await this.store.api.get(`/admin/provisioning/services/${service.id}`, this.world.adminHeaders)
    return data.service as ServiceDetailAnswer
  }

  async change(id: string, change: object): Promise<ServiceDetailAnswer> {
    const { service } = await this.admin<{ service: ServiceDetailAnswer }>(`/admin/provisioning/services/${id}`, change)
    await this.store.settled()
    await this.tick()
    return service
  }
}
