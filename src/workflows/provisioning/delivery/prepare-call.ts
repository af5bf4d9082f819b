import {
  findConfiguredProduct,
  findServer,
  serversOfProvider,
  takeServer,
  type CallRow,
  type FoundServer,
  type ProvisioningModuleService,
  type ServiceOfCall,
  type ServiceRow,
} from "../../../modules/provisioning"
import {
  ProvisioningError,
  type AbstractProvisioningProvider,
  type ProvisioningServer,
  type ServiceToDeliver,
} from "../../../provisioning-providers"
import {
  secretsIn,
  suspensionOf,
  whyNoServer,
  type ServiceAction,
  type ServiceSuspensionReason,
} from "../../../rules/provisioning"
import type { ProviderCall } from "./call-provider"
import { isInDoubt } from "./is-in-doubt"
import { keyOfTry } from "./key-of-try"

export interface PreparedCall {
  service: ServiceRow
  provider: AbstractProvisioningProvider
  call: ProviderCall
  /** Why it is suspended, as its provider is told. */
  reason: ServiceSuspensionReason | null
  /** Its server wants to be left alone until then; null: it may be asked. */
  restsUntil: Date | null
}

/** A claimed call with its service, as it was read afterwards. */
export interface CallOfService {
  row: CallRow
  service: ServiceOfCall | null
}

/** Loads what a call is made with. Throws a `ProvisioningError` where something is missing; an admin is told what. */
export async function prepareCall(
  module: ProvisioningModuleService,
  { row, service }: CallOfService,
): Promise<PreparedCall> {
  const provider = service && module.room.providerOf(service.provider_id)
  if (!service || !provider) {
    // A store that was started without it is started with it again: what came due meanwhile is not given up.
    throw new ProvisioningError(
      "temporary",
      `The provider "${service?.provider_id ?? ""}" is not active: name it in the option provisioning.providers`,
    )
  }
  const { configuration, serverId } = await howItIsMade(module, { row, service, provider })
  const server = serverId === null ? null : await findServer(module.db.knex, serverId)
  const clear = serverId === null ? null : opened(module, server)
  const reason = reasonOf(service, row.action)
  const wish = { service: toDeliver(service, reason), configuration, options: service.options }
  return {
    service,
    provider,
    reason,
    // It may have been chosen, or have begun to rest, since the call was claimed.
    restsUntil: server?.is_resting ? server.resting_until : null,
    call: {
      action: row.action,
      // A creation of an earlier call may have worked, too.
      isInDoubt: isInDoubt(row) || (row.action === "create" && service.was_created_before),
      isKnown: service.remote !== "none",
      adopts: service.adopted_key,
      request: { key: keyOfTry(row, wish, secretsIn(clear?.credentials)), ...wish, server: clear, data: service.data },
    },
  }
}

/** Why it is to be suspended, or is: what ends for what it owes is suspended for that before. */
const reasonOf = (service: ServiceOfCall, action: ServiceAction): ServiceSuspensionReason | null =>
  suspensionOf(
    { hold: service.hold, neverSuspend: service.never_suspend || service.customer_never_suspend },
    { standing: service.standing, hasOverdueInvoice: service.has_overdue_invoice },
  ) ??
  service.suspended_for ??
  (action === "suspend" ? "overdue" : null)

export const toDeliver = (service: ServiceRow, reason: ServiceSuspensionReason | null): ServiceToDeliver => ({
  reference: service.id,
  title: service.title,
  product_id: service.product_id,
  variant_id: service.variant_id,
  order_id: service.order_id,
  subscription_id: service.subscription_id,
  customer_id: service.customer_id,
  email: service.email,
  unit: service.unit,
  expires_on: service.paid_until,
  suspension_reason: reason,
})

interface Making {
  row: CallRow
  service: ServiceRow
  provider: AbstractProvisioningProvider
}

/** The configuration of its product where it is made or changed, else that which it was made with; and its server. */
async function howItIsMade(
  module: ProvisioningModuleService,
  { row, service, provider }: Making,
): Promise<{ configuration: Record<string, unknown>; serverId: string | null }> {
  const { knex } = module.db
  const { configuration: schema, credentials } = provider.describe()
  const isMade = row.action === "create" || row.action === "change_package"
  const product = isMade
    ? await findConfiguredProduct(knex, { product_id: service.product_id, provider_id: service.provider_id })
    : null
  const parsed = schema.safeParse(product?.configuration ?? (isMade ? {} : service.configuration))
  if (!parsed.success && isMade) {
    const [issue] = parsed.error.issues
    throw new ProvisioningError(
      "refused",
      `The product is not configured for its provider: ${issue?.path.join(".") ?? ""} ${issue?.message ?? ""}`.trim(),
    )
  }
  const configuration = parsed.success ? parsed.data : service.configuration
  if (credentials === null || service.server_id !== null) {
    return { configuration, serverId: service.server_id }
  }
  const group = product?.server_group ?? null
  const serverId = await takeServer(knex, {
    serviceId: service.id,
    providerId: service.provider_id,
    group,
    fillRule: product?.fill_rule ?? "least_used",
  })
  if (serverId === null) {
    throw new ProvisioningError("temporary", whyNoServer(await serversOfProvider(knex, service.provider_id), { group }))
  }
  return { configuration, serverId }
}

/** A server with its credentials in clear, for the time of a call. */
export async function openServer(module: ProvisioningModuleService, id: string): Promise<ProvisioningServer> {
  return opened(module, await findServer(module.db.knex, id))
}

function opened({ room }: ProvisioningModuleService, server: FoundServer | null): ProvisioningServer {
  if (!server) {
    throw new ProvisioningError("refused", "The server is not there any more")
  }
  const { id, credentials, key_id, stop_reason } = server
  if (stop_reason !== null) {
    throw new ProvisioningError("refused", `The server "${server.name}" is switched off: ${stop_reason}`)
  }
  if (credentials === null || key_id === null) {
    return { id, name: server.name, credentials: {} }
  }
  try {
    return { id, name: server.name, credentials: room.vault.open({ text: credentials, keyId: key_id }, id) }
  } catch (error) {
    // A store that was started without a key is started with it again.
    throw new ProvisioningError(
      "temporary",
      `The credentials of the server "${server.name}" cannot be decrypted: enter them again, or put their key into the option provisioning.encryptionKeys`,
      { cause: error },
    )
  }
}
