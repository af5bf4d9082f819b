import { ModuleProvider } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import {
  AbstractProvisioningProvider,
  httpRequest,
  readJson,
  requireSuccess,
  type HttpAnswer,
  type OutsideStatus,
  type ProviderDescription,
  type ProvisioningAnswer,
  type ProvisioningRequest,
  type ProvisioningServer,
} from "medusa-service-commerce/provisioning-providers"

/** What an admin fills in for each product: `label` in both languages, `hint` below the field. */
const configuration = z.strictObject({
  gigabytes: z
    .number()
    .int()
    .min(1)
    .max(10_000)
    .default(100)
    .meta({ label: { en: "Gigabytes", fr: "Gigaoctets" } }),
})

/** What an admin fills in for each server; `secret` is typed as a password. It is stored encrypted. */
const credentials = z.strictObject({
  url: z.url().meta({ label: { en: "Address", fr: "Adresse" } }),
  token: z
    .string()
    .min(8)
    .meta({ secret: true, label: { en: "Token", fr: "Jeton" } }),
})

type Request = ProvisioningRequest<z.output<typeof configuration>, z.output<typeof credentials>>

/** Storage boxes of a server with four routes: PUT, GET and DELETE /boxes/:reference, POST /boxes/:reference/:action. */
export class StorageBoxProvider extends AbstractProvisioningProvider<
  z.output<typeof configuration>,
  z.output<typeof credentials>
> {
  static override identifier = "storage_box"

  constructor(
    _container: unknown,
    private readonly options: { allowPrivateAddresses?: boolean },
  ) {
    super()
  }

  describe(): ProviderDescription {
    return { name: { en: "Storage boxes", fr: "Espaces de stockage" }, configuration, credentials }
  }

  /** PUT under the reference makes one box, however often it is asked. */
  async create(request: Request): Promise<ProvisioningAnswer> {
    const answer = await this.ask(request, "PUT", "", { gigabytes: request.configuration.gigabytes })
    return shownOf(answer)
  }

  suspend(request: Request): Promise<ProvisioningAnswer> {
    return this.act(request, "suspend")
  }

  unsuspend(request: Request): Promise<ProvisioningAnswer> {
    return this.act(request, "unsuspend")
  }

  /** Nothing outside depends on the date. */
  async renew(): Promise<ProvisioningAnswer> {
    return {}
  }

  async changePackage(request: Request): Promise<ProvisioningAnswer> {
    return this.create(request)
  }

  /** What is not there is terminated. */
  async terminate(request: Request): Promise<ProvisioningAnswer> {
    const answer = await this.ask(request, "DELETE")
    if (!isMissing(answer)) {
      requireSuccess(answer)
    }
    return { shown: [] }
  }

  /** What was made although its answer was lost is shown, too. */
  async lookup(request: Request): Promise<ProvisioningAnswer | null> {
    const answer = await this.ask(request, "GET")
    return isMissing(answer) ? null : shownOf(answer)
  }

  async getStatus(request: Request): Promise<{ status: OutsideStatus }> {
    const answer = await this.ask(request, "GET")
    if (isMissing(answer)) {
      return { status: "terminated" }
    }
    requireSuccess(answer)
    return readJson(answer) as { status: OutsideStatus }
  }

  async testConnection(
    server: ProvisioningServer<z.output<typeof credentials>> | null,
    signal: AbortSignal,
  ): Promise<void> {
    requireSuccess(await this.send({ server, signal, path: "/boxes", method: "GET" }))
  }

  private async act(request: Request, action: string): Promise<ProvisioningAnswer> {
    requireSuccess(await this.ask(request, "POST", `/${action}`))
    return {}
  }

  private ask(
    request: Request,
    method: "GET" | "PUT" | "POST" | "DELETE",
    below = "",
    body?: object,
  ): Promise<HttpAnswer> {
    const { server, signal, service, key } = request
    const path = `/boxes/${service.reference}${below}`
    return this.send({ server, signal, path, method, key, ...(body && { body: JSON.stringify(body) }) })
  }

  /** `httpRequest` refuses private addresses, follows no redirect, and throws errors that the plugin understands. */
  private send(call: {
    server: Request["server"]
    signal: AbortSignal
    path: string
    method: "GET" | "PUT" | "POST" | "DELETE"
    key?: string
    body?: string
  }): Promise<HttpAnswer> {
    const { url, token } = credentials.parse(call.server?.credentials)
    return httpRequest({
      url: `${url}${call.path}`,
      method: call.method,
      signal: call.signal,
      allowsPrivateAddresses: this.options.allowPrivateAddresses ?? false,
      headers: { authorization: `Bearer ${token}`, ...(call.key && { "idempotency-key": call.key }) },
      ...(call.body && { body: call.body }),
    })
  }
}

/** The server says it in JSON. The 404 of a proxy whose server restarts says nothing of a box. */
const isMissing = ({ status, headers }: HttpAnswer): boolean =>
  status === 404 && String(headers["content-type"]).startsWith("application/json")

function shownOf(answer: HttpAnswer): ProvisioningAnswer {
  requireSuccess(answer)
  const { address } = readJson(answer) as { address: string }
  return { shown: [{ label: "Address", value: address }] }
}

export default ModuleProvider("serviceProvisioning", { services: [StorageBoxProvider] })
