import { subscribe, unsubscribe } from "node:diagnostics_channel"
import type { ClientRequest } from "node:http"

/** Where requests are begun, by either of Node's clients. */
const CHANNELS = ["http.client.request.start", "undici:request:create"] as const

interface Begun {
  request: ClientRequest | { origin: string; path: string; headers: unknown; body?: unknown }
}

const textOf = ({ request }: Begun): string =>
  "getHeaders" in request
    ? JSON.stringify([request.method, `${request.protocol}//${request.host}${request.path}`, request.getHeaders()])
    : JSON.stringify([request.origin, request.path, request.headers, request.body])

/** Hears every request that this process sends, as text with its headers; `stop` gives those that match none of `own`. */
export function hearOutgoing(): { heard: string[]; stop: () => void } {
  const heard: string[] = []
  const listen = (message: unknown) => void heard.push(textOf(message as Begun))
  CHANNELS.forEach((channel) => subscribe(channel, listen))
  return { heard, stop: () => CHANNELS.forEach((channel) => unsubscribe(channel, listen)) }
}
