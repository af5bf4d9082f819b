import type { MedusaNextFunction, MedusaResponse } from "@medusajs/framework/http"

type Body = Record<string, unknown>

/**
 * Lets `change` work on a core route's answer before it is sent. It gets whether the route succeeded, and returns the
 * answer to send.
 */
export function beforeAnswer(
  res: MedusaResponse,
  next: MedusaNextFunction,
  change: (body: Body, isDone: boolean) => Promise<Body>,
): void {
  const send = res.json.bind(res)
  res.json = (body: unknown) => {
    res.json = send
    change((body ?? {}) as Body, res.statusCode < 300).then(send, next)
    return res
  }
  next()
}
