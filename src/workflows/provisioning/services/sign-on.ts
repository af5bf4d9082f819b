import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { addTimeline, inTransaction, newId, type Actor } from "../../../modules/core"
import {
  findService,
  PROVISIONING_MODULE,
  type ProvisioningModuleService,
  type ProvisioningRoom,
  type ServiceRow,
} from "../../../modules/provisioning"
import { ProvisioningError, toProvisioningError } from "../../../provisioning-providers"
import type { CivilDate } from "../../../rules/calendar"
import { maskText, secretsIn } from "../../../rules/provisioning"
import { openServer, toDeliver } from "../delivery/prepare-call"
import { askInSeconds } from "../delivery/within-time"
import { hiddenSources } from "./hidden-sources"

/** At most so long, whatever the store's option says: a person waits. */
const MOST_SECONDS = 15

/** Whether a service has a login of its own now: it is active, and its provider offers one. */
export function canSignOn(room: ProvisioningRoom, service: ServiceRow): boolean {
  const provider = service.status === "active" ? room.providerOf(service.provider_id) : null
  return Boolean(provider?.singleSignOn && (provider.hasSingleSignOn?.(service.configuration) ?? true))
}

export interface SignOn {
  id: string
  /** Given: the service has to be theirs. */
  customerId?: string
  asOf: CivilDate
  actor: Actor
}

/** An address that logs into a service, asked of its provider (S1). It is kept nowhere; the time line says that somebody asked. */
export async function signOn(
  container: MedusaContainer,
  { id, customerId, asOf, actor }: SignOn,
): Promise<{ url: string }> {
  const module = container.resolve<ProvisioningModuleService>(PROVISIONING_MODULE)
  const service = await findService(module.db.knex, id)
  if (!service || (customerId !== undefined && !(await isShownTo(container, service, customerId)))) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Service with id: ${id} was not found`)
  }
  const provider = module.room.providerOf(service.provider_id)
  if (!provider?.singleSignOn || !canSignOn(module.room, service)) {
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, "The service has no login now")
  }
  let secrets: string[] = []
  try {
    const server = service.server_id === null ? null : await openServer(module, service.server_id)
    secrets = secretsIn(server?.credentials)
    const seconds = Math.min(MOST_SECONDS, module.room.options.timeoutSeconds)
    const { configuration, options, data } = service
    const request = { key: newId("psso"), service: toDeliver(service, null), configuration, options, server, data }
    const login = await askInSeconds(seconds, async (signal) => provider.singleSignOn?.({ ...request, signal }))
    const address = webAddress(login?.url ?? "")
    const entry = { room: "provisioning", subject: "service", subject_id: id, type: "signed_on", data: {} }
    await inTransaction(module.db.knex, (trx) => addTimeline(trx, [{ ...entry, as_of: asOf, actor }]))
    return { url: address }
  } catch (error) {
    // What went wrong inside is the admin's to know.
    const reason = maskText(toProvisioningError(error).message, secrets)
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      customerId === undefined ? `The provider gave no address: ${reason}` : "The login is not to be had now",
    )
  }
}

/** What is hidden in a package is shown to nobody (P13). */
const isShownTo = async (
  container: MedusaContainer,
  { customer_id, source_id }: ServiceRow,
  customerId: string,
): Promise<boolean> => customer_id === customerId && !(await hiddenSources(container, [source_id])).length

/** Nothing but an address of the web is opened in a browser. */
function webAddress(url: string): string {
  const { protocol, href } = new URL(url)
  if (protocol !== "https:" && protocol !== "http:") {
    throw new ProvisioningError("refused", "The provider answered no address of the web")
  }
  return href
}
