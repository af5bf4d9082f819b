import type { KeyObject } from "node:crypto"
import { z } from "@medusajs/framework/zod"
import {
  AbstractProvisioningProvider,
  type OutsideStatus,
  type ProviderDescription,
  type ProvisioningAnswer,
  type ProvisioningRequest,
} from "../../provisioning-providers"
import { privateKeyOf, writeLicenseKey } from "./license-key"

const options = z.strictObject({
  /** 32 random bytes as base64, such as `openssl rand -base64 32` makes: whoever has them can make keys. */
  seed: z.string(),
})

const configuration = z.strictObject({
  edition: z
    .string()
    .trim()
    .max(60)
    .default("standard")
    .meta({
      label: { en: "Edition", fr: "Édition" },
      hint: { en: "Stands in each key.", fr: "Figure dans chaque clé." },
    }),
})

type Configuration = z.output<typeof configuration>
type Request = ProvisioningRequest<Configuration>

const STATES = { issued: "active", blocked: "suspended", revoked: "terminated" } as const satisfies Record<
  string,
  OutsideStatus
>
type KeyState = keyof typeof STATES

/**
 * Issues signed license keys that verify offline (S7). A key is made of its service and the secret alone, so a second time makes
 * the same one: one per unit, used again on reactivation. Its state stands with the service; a refund ends that, and revokes the key.
 */
export class LicenseKeyProvisioningProvider extends AbstractProvisioningProvider<Configuration> {
  static override identifier = "license_key"

  static override validateOptions(given: Record<string, unknown>): void {
    privateKeyOf(options.parse(given).seed)
  }

  private readonly key: KeyObject

  constructor(_container: unknown, given: Record<string, unknown>) {
    super()
    this.key = privateKeyOf(options.parse(given).seed)
  }

  describe(): ProviderDescription {
    return { name: { en: "License keys", fr: "Clés de licence" }, configuration, credentials: null }
  }

  create(request: Request): Promise<ProvisioningAnswer> {
    return this.answer(request, "issued")
  }

  suspend(request: Request): Promise<ProvisioningAnswer> {
    return this.answer(request, "blocked")
  }

  unsuspend(request: Request): Promise<ProvisioningAnswer> {
    return this.answer(request, "issued")
  }

  async renew(): Promise<ProvisioningAnswer> {
    return {}
  }

  /** The key stays: what it is good for stands with its service. */
  changePackage(request: Request): Promise<ProvisioningAnswer> {
    return this.answer(request, stateOf(request) ?? "issued")
  }

  async terminate(): Promise<ProvisioningAnswer> {
    return { data: { state: "revoked" }, shown: [] }
  }

  /** Nothing is kept outside: there is a key where its service says so. */
  async lookup(request: Request): Promise<ProvisioningAnswer | null> {
    const state = stateOf(request)
    return state && state !== "revoked" ? this.answer(request, state) : null
  }

  async getStatus(request: Request): Promise<{ status: OutsideStatus }> {
    const state = stateOf(request)
    return { status: state ? STATES[state] : "terminated" }
  }

  async testConnection(): Promise<void> {}

  private async answer(
    { service, configuration: { edition }, data }: Request,
    state: KeyState,
  ): Promise<ProvisioningAnswer> {
    // A key that was given out stays the same, whatever becomes of its product.
    const issued = typeof data.edition === "string" ? data.edition : edition
    const product = typeof data.product === "string" ? data.product : service.product_id
    const license = { id: service.reference, product, edition: issued, unit: service.unit }
    return {
      data: { state, edition: issued, product },
      shown: [{ label: "License key", value: writeLicenseKey(license, this.key) }],
    }
  }
}

const stateOf = ({ data }: Request): KeyState | null =>
  typeof data.state === "string" && Object.hasOwn(STATES, data.state) ? (data.state as KeyState) : null
