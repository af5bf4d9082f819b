import { z } from "@medusajs/framework/zod"
import {
  AbstractProvisioningProvider,
  type OutsideStatus,
  type ProviderDescription,
  type ProvisioningAnswer,
  type ProvisioningRequest,
} from "../../provisioning-providers"

const configuration = z.strictObject({
  instructions: z
    .string()
    .trim()
    .max(2000)
    .default("")
    .meta({
      label: { en: "Instructions for staff", fr: "Instructions pour le personnel" },
      hint: { en: "Shown with each task of this product.", fr: "Affichées avec chaque tâche de ce produit." },
    }),
  login_url: z
    .union([z.url({ protocol: /^https?$/ }).max(2000), z.literal("")])
    .default("")
    .meta({
      label: { en: "Where customers log in", fr: "Où les clients se connectent" },
      hint: { en: "An address. Empty: there is no login.", fr: "Une adresse. Vide : pas de connexion." },
    }),
})

const BY_STAFF: ProvisioningAnswer = { state: "staff" }

/** A task for staff (S7): a person does what is asked for, and marks it as done in the admin. */
export class ManualProvisioningProvider extends AbstractProvisioningProvider<z.output<typeof configuration>> {
  static override identifier = "manual"

  describe(): ProviderDescription {
    return { name: { en: "By hand", fr: "À la main" }, configuration, credentials: null }
  }

  override hasSingleSignOn(given: z.output<typeof configuration>): boolean {
    return Boolean(given.login_url)
  }

  /** The same address for all: what staff looks after has a login of its own. */
  override async singleSignOn(request: ProvisioningRequest<z.output<typeof configuration>>): Promise<{ url: string }> {
    return { url: request.configuration.login_url }
  }

  async create(): Promise<ProvisioningAnswer> {
    return BY_STAFF
  }

  async suspend(): Promise<ProvisioningAnswer> {
    return BY_STAFF
  }

  async unsuspend(): Promise<ProvisioningAnswer> {
    return BY_STAFF
  }

  /** Nobody has to do anything for a service to run on. */
  async renew(): Promise<ProvisioningAnswer> {
    return {}
  }

  async changePackage(): Promise<ProvisioningAnswer> {
    return BY_STAFF
  }

  async terminate(): Promise<ProvisioningAnswer> {
    return BY_STAFF
  }

  /** Only a person knows: whoever is asked twice sees one task. */
  async lookup(): Promise<ProvisioningAnswer | null> {
    return null
  }

  async getStatus(_request: ProvisioningRequest): Promise<{ status: OutsideStatus }> {
    return { status: "pending" }
  }

  async testConnection(): Promise<void> {}
}
