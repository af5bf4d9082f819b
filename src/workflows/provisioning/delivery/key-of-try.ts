import { isDeepStrictEqual } from "node:util"
import type { CallRow } from "../../../modules/provisioning"
import { maskSecrets } from "../../../rules/provisioning"

/** What is asked of a provider. */
export interface Wish {
  service: unknown
  configuration: unknown
  options: unknown
}

/**
 * The idempotency key of a call's try. It is the call's id, the same at each try. What is to become otherwise than an earlier try has
 * asked for, as more was paid or changed since, has another one: who has done the earlier would take it for done.
 */
export function keyOfTry(
  { id, action, attempts, request }: Pick<CallRow, "id" | "action" | "attempts" | "request">,
  now: Wish,
  secrets: readonly string[] = [],
): string {
  if (request === null || (action !== "renew" && action !== "change_package")) {
    return id
  }
  const { key, service, configuration, options } = request
  const before = { service, configuration, options }
  return isDeepStrictEqual(before, JSON.parse(JSON.stringify(maskSecrets(now, secrets)))) && typeof key === "string"
    ? key
    : `${id}-${attempts}`
}
