/** What a workflow throws may be an error that was written down and read again: an object with its message. */
export function toError(error: unknown): Error {
  if (error instanceof Error) {
    return error
  }
  const { message } = Object(error) as { message?: unknown }
  return new Error(typeof message === "string" ? message : JSON.stringify(error))
}
