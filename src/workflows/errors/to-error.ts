/** Converts to an Error. A workflow may throw an error that was serialised: a plain object with its message. */
export function toError(error: unknown): Error {
  if (error instanceof Error) {
    return error
  }
  const { message } = Object(error) as { message?: unknown }
  return new Error(typeof message === "string" ? message : JSON.stringify(error))
}
