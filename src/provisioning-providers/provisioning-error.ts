/**
 * How a call failed. `temporary`: nothing was done, and it may work later. `refused`: nothing was done, and it will not work by
 * itself. `unknown`: it may have been done; the provider is asked before it is tried again.
 */
export type ProvisioningErrorKind = "temporary" | "refused" | "unknown"

export interface ProvisioningErrorDetails {
  /** Seconds for which the server wants to be left alone. */
  retryAfter?: number | null
  /** The server wants to be asked nothing more: it is switched off until an admin switches it on again. */
  stopsServer?: boolean
  cause?: unknown
}

/** What a provider throws. Its message is shown to admins: it says what is wrong, without secrets. */
export class ProvisioningError extends Error {
  readonly kind: ProvisioningErrorKind
  readonly retryAfter: number | null
  readonly stopsServer: boolean

  constructor(
    kind: ProvisioningErrorKind,
    message: string,
    { retryAfter = null, stopsServer = false, cause }: ProvisioningErrorDetails = {},
  ) {
    super(message, { cause })
    this.name = "ProvisioningError"
    this.kind = kind
    this.retryAfter = retryAfter
    this.stopsServer = stopsServer
  }
}

/** Errors of connections that were never made: nothing was sent. */
const NEVER_SENT = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH"])

/** An error of any kind as one of ours: what is not known to have done nothing may have been done. */
export function toProvisioningError(error: unknown): ProvisioningError {
  if (isProvisioningError(error)) {
    return error
  }
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown }
  const text = typeof message === "string" && message ? message : "The provider failed"
  return new ProvisioningError(NEVER_SENT.has(String(code)) ? "temporary" : "unknown", text, { cause: error })
}

/** By its shape: a provider of another package may have a copy of the class. */
const isProvisioningError = (error: unknown): error is ProvisioningError =>
  error instanceof Error &&
  "kind" in error &&
  ["temporary", "refused", "unknown"].includes(String(error.kind)) &&
  "retryAfter" in error
