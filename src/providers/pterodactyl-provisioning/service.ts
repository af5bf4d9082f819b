import { z } from "@medusajs/framework/zod"
import {
  AbstractProvisioningProvider,
  ProvisioningError,
  type OutsideService,
  type OutsideStatus,
  type ProviderDescription,
  type ProvisioningAnswer,
  type ProvisioningRequest,
  type ProvisioningServer,
} from "../../provisioning-providers"
import { configuration, credentials, withChosen, type PanelConfiguration, type PanelCredentials } from "./forms"
import { Panel, type PanelRecord } from "./panel"
import { userOf } from "./panel-user"

const options = z.strictObject({
  /** Lets panels stand in the own network. */
  allowPrivateAddresses: z.boolean().default(false),
})

type Request = ProvisioningRequest<PanelConfiguration, PanelCredentials>

const MOST_PAGES = 200
/** What another system has named so is taken over; what a service has is not. */
const OWN_REFERENCES = "psvc_"

/** Game servers by the application API of Pterodactyl (S7). A server bears the service's id as its external id, which is unique. */
export class PterodactylProvisioningProvider extends AbstractProvisioningProvider<
  PanelConfiguration,
  PanelCredentials
> {
  static override identifier = "pterodactyl"

  static override validateOptions(given: Record<string, unknown>): void {
    options.parse(given)
  }

  private readonly allowsPrivateAddresses: boolean

  constructor(_container: unknown, given: Record<string, unknown>) {
    super()
    this.allowsPrivateAddresses = options.parse(given).allowPrivateAddresses
  }

  describe(): ProviderDescription {
    return { name: { en: "Pterodactyl", fr: "Pterodactyl" }, configuration, credentials }
  }

  async create(request: Request): Promise<ProvisioningAnswer> {
    const panel = this.panel(request)
    const there = await found(panel, request)
    if (there) {
      return answerOf(there, request)
    }
    const user = await userOf(panel, request.service)
    const { startup, ...egg } = await eggOf(panel, request.configuration)
    const { location } = request.configuration
    const made = await panel.send("POST", "/servers", {
      name: request.service.title.slice(0, 190),
      external_id: request.service.reference,
      user: user.attributes.id,
      ...egg,
      startup,
      ...limitsOf(withChosen(request.configuration, request.options)),
      deploy: { locations: [location], dedicated_ip: false, port_range: [] },
      start_on_completion: true,
    })
    if (!made) {
      throw new ProvisioningError("unknown", "The panel did not say what it made")
    }
    return answerOf(made, request)
  }

  async suspend(request: Request): Promise<ProvisioningAnswer> {
    return this.act(request, "suspend")
  }

  async unsuspend(request: Request): Promise<ProvisioningAnswer> {
    return this.act(request, "unsuspend")
  }

  /** The panel knows no expiry: billing suspends. */
  async renew(): Promise<ProvisioningAnswer> {
    return {}
  }

  async changePackage(request: Request): Promise<ProvisioningAnswer> {
    const panel = this.panel(request)
    const server = await required(panel, request)
    const { limits, feature_limits } = limitsOf(withChosen(request.configuration, request.options))
    const build = { allocation: server.attributes.allocation, ...limits, feature_limits }
    await panel.send("PATCH", `/servers/${server.attributes.id}/build`, build)
    await giveToCustomer(panel, request, server)
    if (server.attributes.egg !== request.configuration.egg) {
      const { docker_image, ...egg } = await eggOf(panel, request.configuration)
      await panel.send("PATCH", `/servers/${server.attributes.id}/startup`, {
        ...egg,
        image: docker_image,
        skip_scripts: false,
      })
      await panel.send("POST", `/servers/${server.attributes.id}/reinstall`)
    }
    return answerOf(server, request)
  }

  async terminate(request: Request): Promise<ProvisioningAnswer> {
    const panel = this.panel(request)
    const server = await found(panel, request)
    if (server) {
      await panel.delete(`/servers/${server.attributes.id}`)
    }
    return { shown: [] }
  }

  async lookup(request: Request): Promise<ProvisioningAnswer | null> {
    const server = await found(this.panel(request), request)
    return server && answerOf(server, request)
  }

  async getStatus(request: Request): Promise<{ status: OutsideStatus }> {
    const server = await found(this.panel(request), request)
    return { status: server ? statusOf(server) : "terminated" }
  }

  async testConnection(server: ProvisioningServer<PanelCredentials> | null, signal: AbortSignal): Promise<void> {
    await this.panel({ server, signal }).page("/servers?per_page=1")
  }

  override async listServices(
    server: ProvisioningServer<PanelCredentials> | null,
    signal: AbortSignal,
  ): Promise<OutsideService[]> {
    const panel = this.panel({ server, signal })
    const services: OutsideService[] = []
    for (let number = 1; number <= MOST_PAGES; number += 1) {
      const { data, meta } = await panel.page(`/servers?per_page=100&page=${number}`)
      services.push(
        ...data.map((record) => ({
          reference: typeof record.attributes.external_id === "string" ? record.attributes.external_id : null,
          status: statusOf(record),
          name: String(record.attributes.name),
          key: String(record.attributes.id),
        })),
      )
      if (number >= (meta?.pagination?.total_pages ?? 1)) {
        break
      }
    }
    return services
  }

  /** The panel's server bears the service's id from now on. */
  override async adopt(request: Request, key: string): Promise<ProvisioningAnswer> {
    const panel = this.panel(request)
    const there = await found(panel, request)
    if (there) {
      return answerOf(there, request)
    }
    const server = /^\d+$/.test(key) ? await panel.find(`/servers/${key}`) : null
    if (!server) {
      throw new ProvisioningError("refused", "The panel has no such server any more")
    }
    const { id, name, user, description, external_id } = server.attributes
    if (typeof external_id === "string" && external_id.startsWith(OWN_REFERENCES)) {
      throw new ProvisioningError("refused", `The panel's server "${String(name)}" is another service's already`)
    }
    const answer = await panel.send("PATCH", `/servers/${id}/details`, {
      ...{ name, user, description: description ?? "" },
      external_id: request.service.reference,
    })
    return answerOf(answer ?? server, request)
  }

  private async act(request: Request, action: "suspend" | "unsuspend"): Promise<ProvisioningAnswer> {
    const panel = this.panel(request)
    const server = await required(panel, request)
    await panel.send("POST", `/servers/${server.attributes.id}/${action}`)
    return {}
  }

  private panel({ server, signal }: Pick<Request, "server" | "signal">): Panel {
    return new Panel(server, { signal, allowsPrivateAddresses: this.allowsPrivateAddresses })
  }
}

const found = (panel: Panel, { service }: Request): Promise<PanelRecord | null> =>
  panel.find(`/servers/external/${encodeURIComponent(service.reference)}`)

async function required(panel: Panel, request: Request): Promise<PanelRecord> {
  const server = await found(panel, request)
  if (!server) {
    throw new ProvisioningError("refused", "The panel has no such server any more")
  }
  return server
}

const statusOf = ({ attributes }: PanelRecord): OutsideStatus =>
  attributes.suspended === true || attributes.status === "suspended" ? "suspended" : "active"

/** What was transferred to another customer stands under that one's user. What was adopted stays under the user that it has. */
async function giveToCustomer(panel: Panel, { service, data }: Request, { attributes }: PanelRecord): Promise<void> {
  if (typeof data.customer_id !== "string" || data.customer_id === service.customer_id) {
    return
  }
  const user = await userOf(panel, service)
  const { id, name, description } = attributes
  await panel.send("PATCH", `/servers/${id}/details`, {
    ...{ name, user: user.attributes.id, description: description ?? "" },
    external_id: service.reference,
  })
}

const answerOf = ({ attributes }: PanelRecord, { service }: Pick<Request, "service">): ProvisioningAnswer => ({
  data: { server_id: attributes.id, identifier: attributes.identifier, customer_id: service.customer_id },
  ...(typeof attributes.identifier === "string" && {
    shown: [{ label: "Server", value: attributes.identifier }],
  }),
})

const limitsOf = (given: PanelConfiguration) => ({
  limits: { memory: given.memory, swap: given.swap, disk: given.disk, io: given.io, cpu: given.cpu },
  feature_limits: { databases: given.databases, allocations: given.allocations, backups: given.backups },
})

/** The egg's image, start command and the defaults of its variables. */
async function eggOf(panel: Panel, { nest, egg }: PanelConfiguration) {
  const record = await panel.find(`/nests/${nest}/eggs/${egg}?include=variables`)
  if (!record) {
    throw new ProvisioningError("refused", `The panel has no egg ${egg} in nest ${nest}`)
  }
  const { docker_image, startup, relationships } = record.attributes as {
    docker_image?: unknown
    startup?: unknown
    relationships?: { variables?: { data?: { attributes?: { env_variable?: unknown; default_value?: unknown } }[] } }
  }
  const variables = relationships?.variables?.data ?? []
  return {
    egg,
    docker_image,
    startup,
    environment: Object.fromEntries(
      variables.map(({ attributes }) => [String(attributes?.env_variable), attributes?.default_value ?? ""]),
    ),
  }
}
