import * as http from "node:http"
import * as https from "node:https"
import type { LookupFunction } from "node:net"
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from "request-filtering-agent"
import { readRetryAfter } from "../rules/provisioning"
import { checkedLookup, isForbidden, type Reach } from "./forbidden-addresses"
import { ProvisioningError } from "./provisioning-error"

export interface HttpCall {
  url: string
  method: "GET" | "POST" | "PATCH" | "PUT" | "DELETE"
  headers?: Record<string, string>
  /** Sent as it is. */
  body?: string
  signal: AbortSignal
  /** Addresses of the own network are refused, unless the store's operator says otherwise. */
  allowsPrivateAddresses?: boolean
  /** How names are looked up; left out: as the system does it. */
  lookup?: LookupFunction
}

export interface HttpAnswer {
  status: number
  headers: http.IncomingHttpHeaders
  text: string
}

/** More is no answer that anybody reads. */
const MOST_BYTES = 1_000_000

const agentOptions = (allowPrivateIPAddress: boolean) => ({
  keepAlive: true,
  maxSockets: 64,
  allowPrivateIPAddress,
  allowMetaIPAddress: false,
})

/** The address is checked when the connection is made, so that a name that points elsewhere a moment later helps nobody. */
const AGENTS = {
  "http:": {
    public: new RequestFilteringHttpAgent(agentOptions(false)),
    private: new RequestFilteringHttpAgent(agentOptions(true)),
  },
  "https:": {
    public: new RequestFilteringHttpsAgent(agentOptions(false)),
    private: new RequestFilteringHttpsAgent(agentOptions(true)),
  },
}

/**
 * Asks over HTTP; redirects are not followed. Throws a `ProvisioningError` where there is no whole answer: `temporary` where
 * nothing was sent, `refused` where the address is none that may be asked, else `unknown`.
 */
export async function httpRequest(call: HttpCall): Promise<HttpAnswer> {
  const reach: Reach = call.allowsPrivateAddresses ? "private" : "public"
  const url = addressOf(call.url, reach)
  const isSecure = url.protocol === "https:"
  const agent = AGENTS[isSecure ? "https:" : "http:"][reach]
  return new Promise((resolve, reject) => {
    const options: https.RequestOptions = {
      method: call.method,
      agent,
      signal: call.signal,
      lookup: checkedLookup(reach, call.lookup),
      headers: {
        accept: "application/json",
        ...(call.body !== undefined && { "content-length": String(Buffer.byteLength(call.body)) }),
        ...call.headers,
      },
    }
    let isConnected = false
    const fail = (error: Error) => reject(errorOf(error, isConnected))
    let request: http.ClientRequest
    try {
      request = (isSecure ? https : http).request(url, options, (response) => collect(response, { resolve, fail }))
    } catch (error) {
      // A literal address is refused before there is a request.
      reject(errorOf(error as Error, false))
      return
    }
    request.on("socket", (socket) => {
      isConnected = !socket.connecting
      socket.once(isSecure ? "secureConnect" : "connect", () => {
        isConnected = true
      })
    })
    request.on("error", fail)
    request.end(call.body)
  })
}

function addressOf(text: string, reach: Reach): URL {
  const url = URL.canParse(text) ? new URL(text) : null
  if (!url || (url.protocol !== "http:" && url.protocol !== "https:") || url.username || url.password) {
    throw new ProvisioningError("refused", "The address is no http or https address")
  }
  if (isForbidden(url.hostname, reach)) {
    throw new ProvisioningError("refused", NOT_ALLOWED)
  }
  return url
}

const NOT_ALLOWED = "The address is in a private network, which is not allowed"

interface Ends {
  resolve: (answer: HttpAnswer) => void
  fail: (error: Error) => void
}

function collect(response: http.IncomingMessage, { resolve, fail }: Ends): void {
  const chunks: Buffer[] = []
  let bytes = 0
  response.on("data", (chunk: Buffer) => {
    bytes += chunk.length
    if (bytes > MOST_BYTES) {
      response.destroy(new ProvisioningError("unknown", "The answer is too long"))
      return
    }
    chunks.push(chunk)
  })
  response.on("error", fail)
  response.on("end", () =>
    resolve({
      status: response.statusCode ?? 0,
      headers: response.headers,
      text: Buffer.concat(chunks).toString("utf8"),
    }),
  )
}

function errorOf(error: Error, isConnected: boolean): ProvisioningError {
  if (error instanceof ProvisioningError) {
    return error
  }
  if (/is not allowed/i.test(error.message)) {
    return new ProvisioningError("refused", NOT_ALLOWED, { cause: error })
  }
  if (error.name === "AbortError") {
    const kind = isConnected ? "unknown" : "temporary"
    return new ProvisioningError(kind, "The server did not answer in time", { cause: error })
  }
  return new ProvisioningError(isConnected ? "unknown" : "temporary", `The server was not reached: ${error.message}`, {
    cause: error,
  })
}

/** Throws where an answer is none of success: `said` is what is shown of it. */
export function requireSuccess(answer: HttpAnswer, said = ""): void {
  const { status } = answer
  if (status >= 200 && status < 300) {
    return
  }
  const text = `The server answered ${status}${said ? `: ${said}` : ""}`
  const retryAfter = readRetryAfter(answer.headers["retry-after"], new Date()) ?? resetIn(answer)
  if (status === 429 || (status === 503 && retryAfter !== null)) {
    throw new ProvisioningError("temporary", text, { retryAfter })
  }
  if (status >= 300 && status < 400) {
    throw new ProvisioningError("refused", `${text}: redirects are not followed`)
  }
  throw new ProvisioningError(status >= 500 || status === 408 ? "unknown" : "refused", text, { retryAfter })
}

const FIRST_SECOND_OF_DATES = 1_000_000_000

/** Where a limit of requests is reached: when it counts from zero again, as seconds or as an instant. */
function resetIn({ headers }: HttpAnswer): number | null {
  if (String(headers["x-ratelimit-remaining"] ?? "") !== "0") {
    return null
  }
  const reset = Number(headers["x-ratelimit-reset"])
  if (!Number.isFinite(reset) || reset < 0) {
    return null
  }
  return reset > FIRST_SECOND_OF_DATES ? Math.max(0, Math.ceil(reset - Date.now() / 1000)) : Math.ceil(reset)
}

const BYTE_ORDER_MARK = /^\ufeff/

/** An answer's JSON. What is none, or half of it, may still have been done. */
export function readJson(answer: HttpAnswer): unknown {
  if (!answer.text.trim()) {
    return null
  }
  try {
    return JSON.parse(answer.text.replace(BYTE_ORDER_MARK, "")) as unknown
  } catch (error) {
    throw new ProvisioningError("unknown", "The server answered something that is no JSON", { cause: error })
  }
}
