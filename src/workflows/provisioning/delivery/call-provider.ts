import type { ProvisioningRoom } from "../../../modules/provisioning"
import {
  ProvisioningError,
  toProvisioningError,
  type AbstractProvisioningProvider,
  type ProvisioningAnswer,
  type ProvisioningRequest,
} from "../../../provisioning-providers"
import {
  believedRest,
  firstQuestion,
  goalOf,
  type AttemptResult,
  type ServiceAction,
} from "../../../rules/provisioning"
import { readAnswer } from "./read-answer"
import { withinTime } from "./within-time"

export interface ProviderCall {
  action: ServiceAction
  isInDoubt: boolean
  /** Whether the service is known to exist outside. */
  isKnown: boolean
  /** What exists outside and is taken over; null: it is created. */
  adopts: string | null
  request: Omit<ProvisioningRequest, "signal">
}

/** How it ended, with what the provider has answered. */
export type CallEnd = AttemptResult & {
  answer: ProvisioningAnswer | null
  /** Its server wants to be asked nothing more. */
  stopsServer?: boolean
  /** An earlier try has made it: as that one asked for it, not this one. */
  isFound?: boolean
  /** What was taken over stands suspended outside. */
  isSuspended?: boolean
}

const METHODS = {
  create: "create",
  suspend: "suspend",
  unsuspend: "unsuspend",
  renew: "renew",
  change_package: "changePackage",
  terminate: "terminate",
} as const satisfies Record<ServiceAction, keyof AbstractProvisioningProvider>

const STILL_AT_IT = "The provider is still at it"
const DONE: CallEnd = { outcome: "done", reason: null, retryAfter: null, answer: null }

/**
 * Makes a call of a provider: asks first where it may have worked already, and afterwards whether it took. Never throws, and
 * never takes longer than the time that it is given (S5).
 */
export async function callProvider(
  provider: AbstractProvisioningProvider,
  call: ProviderCall,
  { timeoutSeconds }: Pick<ProvisioningRoom["options"], "timeoutSeconds">,
): Promise<CallEnd> {
  const timeOut = AbortSignal.timeout(timeoutSeconds * 1000)
  try {
    return await withinTime(timeOut, made(provider, call, { ...call.request, signal: timeOut }))
  } catch (error) {
    const { kind, message, retryAfter, stopsServer } = toProvisioningError(error)
    // A server that hangs is left alone for as long, so that the calls of others have their turn.
    const rest = believedRest(retryAfter) ?? (timeOut.aborted ? timeoutSeconds : null)
    return { outcome: kind, reason: message, retryAfter: rest, stopsServer: stopsServer === true, answer: null }
  }
}

/** What is taken over is as it is: where it stands suspended, that is known from now on. */
async function made(
  provider: AbstractProvisioningProvider,
  call: ProviderCall,
  request: ProvisioningRequest,
): Promise<CallEnd> {
  const end = await asked(provider, call, request)
  if (call.action !== "create" || call.adopts === null || end.outcome !== "done") {
    return end
  }
  const { status } = await provider.getStatus({ ...request, data: end.answer?.data ?? request.data })
  return { ...end, isSuspended: status === "suspended" }
}

async function asked(
  provider: AbstractProvisioningProvider,
  { action, isInDoubt, isKnown, adopts }: ProviderCall,
  request: ProvisioningRequest,
): Promise<CallEnd> {
  const question = firstQuestion({ action, isInDoubt, isKnown })
  const goal = goalOf(action)
  if (question === "lookup") {
    const answered = await provider.lookup(request)
    const found = answered && readAnswer(answered)
    if (action === "create" ? found : !found) {
      return { ...endOf(found ?? {}), isFound: action === "create" }
    }
    if (found?.data) {
      request.data = found.data
    }
  }
  if (question === "status" && (await provider.getStatus(request)).status === goal) {
    return DONE
  }
  const answer = readAnswer(
    action === "create" && adopts !== null
      ? await adopted(provider, request, adopts)
      : await provider[METHODS[action]](request),
  )
  const end = endOf(answer)
  if (end.outcome !== "done" || goal === null) {
    return end
  }
  const { status } = await provider.getStatus({ ...request, data: answer.data ?? request.data })
  return status === goal ? end : { ...end, outcome: "pending", reason: `The provider still has it as "${status}"` }
}

async function adopted(
  provider: AbstractProvisioningProvider,
  request: ProvisioningRequest,
  key: string,
): Promise<ProvisioningAnswer> {
  if (!provider.adopt) {
    throw new ProvisioningError("refused", "The provider takes over nothing that exists already")
  }
  return provider.adopt(request, key)
}

function endOf(answer: ProvisioningAnswer): CallEnd {
  const state = answer.state ?? "done"
  return { outcome: state, reason: state === "pending" ? STILL_AT_IT : null, retryAfter: null, answer }
}
