import { z } from "@medusajs/framework/zod"
import { Webhook } from "standardwebhooks"
import {
  AbstractProvisioningProvider,
  httpRequest,
  OUTSIDE_STATUSES,
  ProvisioningError,
  readJson,
  requireSuccess,
  type OutsideStatus,
  type ProviderDescription,
  type ProvisioningAnswer,
  type ProvisioningRequest,
  type ProvisioningServer,
} from "../../provisioning-providers"

const options = z.strictObject({
  /** Lets endpoints stand in the own network. */
  allowPrivateAddresses: z.boolean().default(false),
})

const configuration = z.strictObject({
  plan: z
    .string()
    .trim()
    .max(200)
    .default("")
    .meta({
      label: { en: "Plan", fr: "Formule" },
      hint: { en: "Sent along as it is.", fr: "Transmise telle quelle." },
    }),
  single_sign_on: z
    .boolean()
    .default(false)
    .meta({
      label: { en: "Customers can log in", fr: "Les clients peuvent se connecter" },
      hint: {
        en: "Your system answers service.sign_on with an address.",
        fr: "Votre système répond à service.sign_on par une adresse.",
      },
    }),
})

const secret = z.string().regex(/^whsec_[A-Za-z0-9+/]{20,}={0,2}$/, "begins with whsec_, then base64")

const credentials = z.strictObject({
  url: z
    .url({ protocol: /^https?$/ })
    .meta({ label: { en: "Address of the endpoint", fr: "Adresse du point d’accès" } }),
  secret: secret.meta({
    secret: true,
    label: { en: "Signing secret", fr: "Secret de signature" },
    hint: { en: "Begins with whsec_.", fr: "Commence par whsec_." },
  }),
  previous_secret: z
    .union([secret, z.literal("")])
    .default("")
    .meta({
      secret: true,
      label: { en: "Earlier secret", fr: "Ancien secret" },
      hint: {
        en: "While the secret is changed: messages bear both signatures.",
        fr: "Pendant le changement de secret : les messages portent les deux signatures.",
      },
    }),
})

type Configuration = z.output<typeof configuration>
type Credentials = z.output<typeof credentials>
type Request = ProvisioningRequest<Configuration, Credentials>

/** What many systems write of nothing, an empty list where an object is meant included, is nothing. */
const orNothing = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((given) => (given === null ? undefined : given), schema.optional())

const answerSchema = z.object({
  state: orNothing(z.enum(["done", "pending"])),
  data: z.preprocess(
    (given) => (Array.isArray(given) && !given.length ? undefined : given),
    orNothing(z.record(z.string(), z.unknown())),
  ),
  shown: orNothing(z.array(z.object({ label: z.string().max(200), value: z.string().max(2000) })).max(20)),
})
const lookupSchema = answerSchema.extend({ exists: z.boolean() })
const signOnSchema = z.object({ url: z.url().max(2000) })
const statusSchema = z.object({ status: z.enum(OUTSIDE_STATUSES) })

const QUESTIONS = ["service.lookup", "service.status", "service.sign_on"]

const GONE = 410
/** Not there while it is set up anew, locked, too early: it is tried again, as a server that is down. */
const HELD_UP = [404, 409, 423, 425]

/**
 * Tells the merchant's own system (S7), signed by the Standard Webhooks specification. Each message has the id of its call, so
 * that the receiver knows one that comes again. Addresses of private networks and redirects are refused.
 */
export class WebhookProvisioningProvider extends AbstractProvisioningProvider<Configuration, Credentials> {
  static override identifier = "webhook"

  static override validateOptions(given: Record<string, unknown>): void {
    options.parse(given)
  }

  private readonly options: z.output<typeof options>

  constructor(_container: unknown, given: Record<string, unknown>) {
    super()
    this.options = options.parse(given)
  }

  describe(): ProviderDescription {
    return { name: { en: "Webhook", fr: "Webhook" }, configuration, credentials }
  }

  create(request: Request): Promise<ProvisioningAnswer> {
    return this.tell("service.create", request)
  }

  suspend(request: Request): Promise<ProvisioningAnswer> {
    return this.tell("service.suspend", request)
  }

  unsuspend(request: Request): Promise<ProvisioningAnswer> {
    return this.tell("service.unsuspend", request)
  }

  renew(request: Request): Promise<ProvisioningAnswer> {
    return this.tell("service.renew", request)
  }

  changePackage(request: Request): Promise<ProvisioningAnswer> {
    return this.tell("service.change_package", request)
  }

  terminate(request: Request): Promise<ProvisioningAnswer> {
    return this.tell("service.terminate", request)
  }

  async lookup(request: Request): Promise<ProvisioningAnswer | null> {
    const { exists, ...answer } = read(lookupSchema, await this.send("service.lookup", request))
    return exists ? answerOf(answer) : null
  }

  async getStatus(request: Request): Promise<{ status: OutsideStatus }> {
    return read(statusSchema, await this.send("service.status", request))
  }

  async testConnection(server: ProvisioningServer<Credentials> | null, signal: AbortSignal): Promise<void> {
    await this.post({ type: "connection.test", id: `test_${Date.now()}`, data: {}, server, signal })
  }

  override hasSingleSignOn(given: Configuration): boolean {
    return given.single_sign_on
  }

  override async singleSignOn(request: Request): Promise<{ url: string }> {
    return read(signOnSchema, await this.send("service.sign_on", request))
  }

  private async tell(type: string, request: Request): Promise<ProvisioningAnswer> {
    const said = await this.send(type, request)
    return answerOf(said === null ? {} : read(answerSchema, said))
  }

  private async send(
    type: string,
    { key, service, configuration: plan, options: chosen, server, data, signal }: Request,
  ): Promise<unknown> {
    const isQuestion = QUESTIONS.includes(type)
    const id = isQuestion ? `${key}:${type}:${Date.now()}` : key
    return this.post({ type, id, data: { service, configuration: plan, options: chosen, data }, server, signal })
  }

  private async post(message: {
    type: string
    id: string
    data: Record<string, unknown>
    server: ProvisioningServer<Credentials> | null
    signal: AbortSignal
  }): Promise<unknown> {
    const { url, secret: current, previous_secret } = requireCredentials(message.server)
    const now = new Date()
    const body = JSON.stringify({ type: message.type, timestamp: now.toISOString(), data: message.data })
    const answer = await httpRequest({
      url,
      method: "POST",
      body,
      signal: message.signal,
      allowsPrivateAddresses: this.options.allowPrivateAddresses,
      headers: {
        "content-type": "application/json",
        "webhook-id": message.id,
        "webhook-timestamp": String(Math.floor(now.getTime() / 1000)),
        "webhook-signature": [current, previous_secret]
          .filter(Boolean)
          .map((one) => new Webhook(one).sign(message.id, now, body))
          .join(" "),
      },
    })
    if (answer.status === GONE) {
      throw new ProvisioningError("refused", "The endpoint answered 410: it wants no more messages", {
        stopsServer: true,
      })
    }
    if (HELD_UP.includes(answer.status)) {
      throw new ProvisioningError("temporary", `The endpoint answered ${answer.status}`)
    }
    requireSuccess(answer)
    return readJson(answer)
  }
}

function requireCredentials(server: ProvisioningServer<Credentials> | null): Credentials {
  const parsed = credentials.safeParse(server?.credentials)
  if (!parsed.success) {
    throw new ProvisioningError("refused", "The server has no address or no signing secret")
  }
  return parsed.data
}

function read<Answer>(schema: z.ZodType<Answer>, said: unknown): Answer {
  const parsed = schema.safeParse(said)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new ProvisioningError(
      "unknown",
      `The endpoint answered something else: ${issue?.path.join(".") || "the answer"}: ${issue?.message ?? ""}`,
    )
  }
  return parsed.data
}

const answerOf = ({ state, data, shown }: z.output<typeof answerSchema>): ProvisioningAnswer => ({
  ...(state && { state }),
  ...(data && { data }),
  ...(shown && { shown }),
})
