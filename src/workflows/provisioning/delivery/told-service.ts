import { isDeepStrictEqual } from "node:util"
import type { ServiceRow } from "../../../modules/provisioning"
import type { CivilDate } from "../../../rules/calendar"
import { maskSecrets, type ServiceSuspensionReason } from "../../../rules/provisioning"

/** What a provider was told of a service. */
export interface ToldService {
  configuration: Record<string, unknown>
  expiresOn: CivilDate | null
  packageKey: string
  /** Why it is to be suspended. */
  suspendedFor: ServiceSuspensionReason | null
}

/** What is kept of a request, with its secrets masked. */
interface KeptRequest {
  service?: { product_id?: string; customer_id?: string | null; expires_on?: string | null }
  options?: Record<string, unknown>
}

/** No package is called so: the provider is told which one it is. */
const ANOTHER_PACKAGE = ""

/**
 * What an earlier request has told of a service that it has made: that is what there is, whatever is wanted by now. Where it is
 * not known, the provider is told anew.
 */
export function toldBefore(
  request: Record<string, unknown> | null,
  { service, now }: { service: Pick<ServiceRow, "product_id" | "customer_id" | "options">; now: ToldService },
): ToldService {
  const { service: told, options = {} }: KeptRequest = request ?? {}
  const isSame =
    told?.product_id === service.product_id &&
    told.customer_id === service.customer_id &&
    isDeepStrictEqual(options, maskSecrets(service.options))
  return {
    ...now,
    expiresOn: told?.expires_on ?? null,
    packageKey: isSame ? now.packageKey : ANOTHER_PACKAGE,
  }
}
