import { MASK, maskSecrets } from "../rules/provisioning"
import type {
  AbstractProvisioningProvider,
  OutsideService,
  OutsideStatus,
  ProvisioningAnswer,
  ProvisioningRequest,
  ServiceToDeliver,
} from "./abstract-provisioning-provider"
import { toProvisioningError } from "./provisioning-error"

/** How the outside is to fail at the next request that would change something. */
export const OUTSIDE_FAILURES = ["unavailable", "rate_limited", "refused", "answer_lost", "hangs", "garbage"] as const
export type OutsideFailure = (typeof OUTSIDE_FAILURES)[number]

/** What a provider delivers to, as a test sees it: a local server that speaks its API. */
export interface TestOutside {
  /** How many things with this reference exist. */
  count: (reference: string) => number | Promise<number>
  /** What has become of it. */
  status: (reference: string) => OutsideStatus | Promise<OutsideStatus>
  /** `answer_lost`: it does what it is asked for, and its answer is never seen. */
  failNext: (failure: OutsideFailure) => void
  /** Makes something that is no service yet, as a person would, and says what the provider knows it by: to be adopted. */
  makeByHand?: () => string | Promise<string>
  /** The names of actions that were asked for since the last call of this, such as `suspend`; questions are none. */
  takeActions?: () => string[]
}

export interface ProviderUnderTest {
  provider: AbstractProvisioningProvider
  configuration: Record<string, unknown>
  /** Of a server; left out where the provider has none. */
  credentials?: Record<string, unknown>
  /** Left out: the provider delivers to nothing outside, and what it does stands in its answers alone. */
  outside?: TestOutside
}

/** Milliseconds that a call is given. */
export const TIME = 800

export function must(isTrue: boolean, otherwise: string): void {
  if (!isTrue) {
    throw new Error(otherwise)
  }
}

type Method = "create" | "suspend" | "unsuspend" | "renew" | "changePackage" | "terminate"
let count = 0

/** One clause at work: asks the provider, and looks at what is outside. */
export class Kit {
  readonly answers: unknown[] = []
  /** What it has kept of services. */
  private readonly memories: unknown[] = []
  /** A person does what is asked for: nothing outside can be looked at. */
  isByStaff = false
  private readonly data = new Map<string, Record<string, unknown>>()

  constructor(readonly subject: ProviderUnderTest) {}

  service(): ServiceToDeliver {
    count += 1
    const id = `${Date.now().toString(36)}${count}`
    return {
      reference: `psvc_kit${id}`,
      title: `Service ${id}`,
      product_id: "prod_kit",
      variant_id: "variant_kit",
      order_id: "order_kit",
      subscription_id: "bsub_kit",
      customer_id: "cus_kit",
      email: "kit@customer.example",
      unit: 1,
      expires_on: "2030-01-01",
      suspension_reason: null,
    }
  }

  async created(): Promise<ServiceToDeliver> {
    const service = this.service()
    await this.ask("create", service)
    return service
  }

  async ask(method: Method, service: ServiceToDeliver): Promise<ProvisioningAnswer> {
    const answer = await this.subject.provider[method](this.request(service, method))
    this.keep(service, answer)
    return answer
  }

  /** As if its answers had been lost. */
  forget({ reference }: ServiceToDeliver): void {
    this.data.delete(reference)
  }

  async reach(): Promise<void> {
    const { server, signal } = this.request(this.service(), "test")
    await this.subject.provider.testConnection(server, signal)
  }

  /** All that exists, as the provider lists it. */
  async list(): Promise<OutsideService[]> {
    const { server, signal } = this.request(this.service(), "list")
    return (await this.subject.provider.listServices?.(server, signal)) ?? []
  }

  /** What the provider lists of a service. */
  async listed(service: ServiceToDeliver): Promise<OutsideService[]> {
    return (await this.list()).filter(({ reference }) => reference === service.reference)
  }

  async adopt(service: ServiceToDeliver, key: string): Promise<void> {
    this.keep(service, (await this.subject.provider.adopt?.(this.request(service, "create"), key)) ?? {})
  }

  async mustRefuseToAdopt(service: ServiceToDeliver, key: string, what: string): Promise<void> {
    let failed: unknown
    try {
      await this.adopt(service, key)
    } catch (error) {
      failed = error
    }
    must(failed !== undefined, `it takes over ${what}`)
    const { kind, message } = toProvisioningError(failed)
    must(kind === "refused", `it says ${kind} where it is to refuse ${what}: ${message}`)
  }

  /** An address that logs in; null: a product of this configuration has none. */
  async signOn(service: ServiceToDeliver): Promise<string | null> {
    const { provider } = this.subject
    const request = this.request(service, "sign_on")
    if (!provider.singleSignOn || provider.hasSingleSignOn?.(request.configuration) === false) {
      return null
    }
    const answer = await provider.singleSignOn(request)
    this.answers.push(answer)
    return answer.url
  }

  /** Fails where an answer has a credential in it, or its memory, which is kept in clear, a field with a secret's name. */
  mustKeepSecrets(): void {
    const said = JSON.stringify(this.answers)
    const secrets = Object.values(this.subject.credentials ?? {}).filter(
      (value): value is string => typeof value === "string" && value.length > 8 && !/^https?:/.test(value),
    )
    must(!secrets.some((secret) => said.includes(secret)), "its answers have a credential in them")
    const kept = JSON.stringify(maskSecrets(this.memories))
    must(!kept.includes(MASK), "its data, which is kept in clear, has a field with a secret's name")
  }

  lookup(service: ServiceToDeliver) {
    return this.subject.provider.lookup(this.request(service, "lookup"))
  }

  async mustFail(method: Method, service: ServiceToDeliver, kind: string) {
    let failed: unknown
    try {
      await this.ask(method, service)
    } catch (error) {
      failed = error
    }
    must(failed !== undefined, `it says nothing of a failure that is ${kind}`)
    const error = toProvisioningError(failed)
    must(error.kind === kind, `it says ${error.kind} of a failure that is ${kind}: ${error.message}`)
    return error
  }

  async mustCount(service: ServiceToDeliver, expected: number): Promise<void> {
    const actual = await this.subject.outside?.count(service.reference)
    must(actual === undefined || actual === expected, `there are ${actual} where there is to be ${expected}`)
  }

  async mustBe(service: ServiceToDeliver, expected: OutsideStatus): Promise<void> {
    if (this.isByStaff) {
      return
    }
    const outside = await this.subject.outside?.status(service.reference)
    must(outside === undefined || outside === expected, `it is ${outside} outside where it is to be ${expected}`)
    const { status } = await this.subject.provider.getStatus(this.request(service, "status"))
    must(status === expected, `it says ${status} of what is ${expected}`)
  }

  /** False where there is nothing outside that could fail. */
  failNext(failure: OutsideFailure): boolean {
    this.subject.outside?.failNext(failure)
    return this.subject.outside !== undefined
  }

  takeActions(): string[] {
    return this.subject.outside?.takeActions?.() ?? []
  }

  private keep({ reference }: ServiceToDeliver, answer: ProvisioningAnswer): void {
    this.answers.push(answer)
    this.isByStaff ||= answer.state === "staff"
    if (answer.data) {
      this.data.set(reference, answer.data)
      this.memories.push(answer.data)
    }
  }

  private request(service: ServiceToDeliver, method: string): ProvisioningRequest {
    const { configuration, credentials, provider } = this.subject
    return {
      key: `pcall_${service.reference}_${method}`,
      service,
      configuration: provider.describe().configuration.parse(configuration),
      options: {},
      server: credentials ? { id: "psrv_kit", name: "Kit", credentials } : null,
      data: this.data.get(service.reference) ?? {},
      signal: AbortSignal.timeout(TIME),
    }
  }
}
