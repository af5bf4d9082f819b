import type { z } from "@medusajs/framework/zod"

/** A service as its provider sees it. */
export interface ServiceToDeliver {
  /** Stays the same for the service's whole life: what the provider makes bears it. */
  reference: string
  title: string
  product_id: string
  variant_id: string | null
  order_id: string
  subscription_id: string | null
  customer_id: string | null
  email: string | null
  /** Which of the units that were sold together. */
  unit: number
  /** The first day that is not paid; null: for good. */
  expires_on: string | null
  /** Why it is to be suspended. */
  suspension_reason: string | null
}

/** A server or account of a provider, with its credentials in clear. */
export interface ProvisioningServer<Credentials = Record<string, unknown>> {
  id: string
  name: string
  credentials: Credentials
}

/** What a provider is given with each call. */
export interface ProvisioningRequest<Configuration = Record<string, unknown>, Credentials = Record<string, unknown>> {
  /** The same for each try of one call: send it along where the outside knows idempotency keys. */
  key: string
  service: ServiceToDeliver
  /** As its product was configured, checked by the provider's own schema. */
  configuration: Configuration
  /** null: the provider has no servers. */
  server: ProvisioningServer<Credentials> | null
  /** What the provider has answered last. */
  data: Record<string, unknown>
  /** Ends when the time is over. */
  signal: AbortSignal
}

/** Something of a service that its customer is shown: an address, a key. */
export interface ShownDetail {
  label: string
  value: string
}

export interface ProvisioningAnswer {
  /** Kept with the service, and given back with each call; never a secret. Left out: stays as it is. */
  data?: Record<string, unknown>
  /** What the customer is shown. Left out: stays as it is. */
  shown?: ShownDetail[]
  /** `pending`: the provider is still at it. `staff`: a person does it, and says so in the admin. Left out: done. */
  state?: "done" | "pending" | "staff"
}

export const OUTSIDE_STATUSES = ["active", "suspended", "terminated", "pending"] as const
/** What has become of a service outside. `terminated`: there is none any more. */
export type OutsideStatus = (typeof OUTSIDE_STATUSES)[number]

/** A service that exists outside, whoever made it. */
export interface OutsideService extends ProvisioningAnswer {
  reference: string | null
  status: OutsideStatus
  name: string
  /** What the provider knows it by, to adopt it; left out: it cannot be adopted. */
  key?: string
}

/** What a provider is called in the admin, and which forms it has. */
export interface ProviderDescription {
  name: { en: string; fr: string }
  /** Of a product that it delivers. */
  configuration: z.ZodObject
  /** Of a server or account; null: it has none. */
  credentials: z.ZodObject | null
}

/**
 * Delivers one type of service. Each method may be called again for the same service, after a time-out or a crash: the second
 * time changes nothing. What fails throws a `ProvisioningError`; anything else that is thrown counts as *unknown*.
 */
export abstract class AbstractProvisioningProvider<
  Configuration = Record<string, unknown>,
  Credentials = Record<string, unknown>,
> {
  /** Names the type of service; with the id in the store's configuration it names the provider. */
  static identifier: string

  /** Stops the boot where the options are wrong. */
  static validateOptions(_options: Record<string, unknown>): void {}

  abstract describe(): ProviderDescription

  abstract create(request: ProvisioningRequest<Configuration, Credentials>): Promise<ProvisioningAnswer>
  abstract suspend(request: ProvisioningRequest<Configuration, Credentials>): Promise<ProvisioningAnswer>
  abstract unsuspend(request: ProvisioningRequest<Configuration, Credentials>): Promise<ProvisioningAnswer>
  /** Lets the service run until `service.expires_on`, however often it is said. */
  abstract renew(request: ProvisioningRequest<Configuration, Credentials>): Promise<ProvisioningAnswer>
  /** Makes the service what its configuration says now. */
  abstract changePackage(request: ProvisioningRequest<Configuration, Credentials>): Promise<ProvisioningAnswer>
  /** What does not exist is terminated. */
  abstract terminate(request: ProvisioningRequest<Configuration, Credentials>): Promise<ProvisioningAnswer>

  /** Whether what was asked for under this reference exists; null: it does not. */
  abstract lookup(request: ProvisioningRequest<Configuration, Credentials>): Promise<ProvisioningAnswer | null>
  abstract getStatus(request: ProvisioningRequest<Configuration, Credentials>): Promise<{ status: OutsideStatus }>

  /** Throws where a server cannot be reached with its credentials. */
  abstract testConnection(server: ProvisioningServer<Credentials> | null, signal: AbortSignal): Promise<void>

  /** All that exists on a server: to adopt it, and to find what differs. */
  listServices?(server: ProvisioningServer<Credentials> | null, signal: AbortSignal): Promise<OutsideService[]>

  /**
   * What exists outside under this key is the service from now on, and bears its reference: `lookup` finds it. Refused where it
   * is another one's already.
   */
  adopt?(request: ProvisioningRequest<Configuration, Credentials>, key: string): Promise<ProvisioningAnswer>

  /** Whether a product that is configured so has a login; left out: where there is `singleSignOn`. */
  hasSingleSignOn?(configuration: Configuration): boolean

  /** An address that logs the customer in, good once and for a short time. */
  singleSignOn?(request: ProvisioningRequest<Configuration, Credentials>): Promise<{ url: string }>
}
