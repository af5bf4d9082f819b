import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { FAKE_STRIPE_JS } from "./stripe-js"

/** A PaymentIntent, with the fields that the plugin and Medusa's provider read. */
export interface FakeIntent {
  id: string
  object: "payment_intent"
  client_secret: string
  amount: number
  amount_received: number
  currency: string
  status: "requires_payment_method" | "requires_action" | "processing" | "succeeded" | "canceled"
  /** Where the method is to be saved: whose, and how it is to be used. */
  customer: string | null
  setup_future_usage: string | null
  payment_method: string | null
  last_payment_error: { code: string; message: string; decline_code?: string } | null
}

/** What each test card does (https://docs.stripe.com/testing), and `sepa` as a debit that takes days. */
const CARDS: Record<string, FakeIntent["status"] | "declined"> = {
  "4242424242424242": "succeeded",
  "4000000000000002": "declined",
  "4000002500003155": "requires_action",
  sepa: "processing",
}

/**
 * A local fake of Stripe: as much of its API as an official provider calls to take a payment, and a script in the place of
 * Stripe.js with a Payment Element of one field. It keeps what was asked, so that tests can count.
 */
export class FakeStripe {
  readonly intents = new Map<string, FakeIntent>()
  readonly calls: string[] = []
  /** What was given back, by the intent's id. */
  readonly refunds: { payment_intent: string; amount: number }[] = []
  private readonly byKey = new Map<string, string>()
  private customers = 0
  private server: Server | undefined
  url = ""

  /** Whether it answers every call with an error of its own, as when it is down. */
  get refuseAll(): boolean {
    return false
  }

  async start(): Promise<this> {
    const server = createServer((req, res) => void this.answer(req, res))
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done))
    this.server = server
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    return this
  }

  async stop(): Promise<void> {
    this.server?.closeAllConnections()
    await new Promise((done) => this.server?.close(done))
  }

  /** Forgets everything, for the next test. */
  reset(): void {
    this.intents.clear()
    this.byKey.clear()
    this.calls.length = 0
    this.refunds.length = 0
  }

  /** The intents that took money. */
  get paid(): FakeIntent[] {
    return [...this.intents.values()].filter(({ status }) => status === "succeeded")
  }

  /** What the customer's browser does by `confirmPayment`. */
  confirm(id: string, card: string): FakeIntent {
    const intent = this.find(id)
    const next = CARDS[card] ?? "declined"
    if (intent.status === "requires_payment_method") {
      if (next === "declined") {
        intent.last_payment_error = {
          code: "card_declined",
          decline_code: "generic_decline",
          message: "Your card was declined.",
        }
      } else {
        this.move(intent, next)
      }
    }
    return intent
  }

  /** What the customer's bank does when they have confirmed, or a debit when it has settled. */
  complete(id: string): FakeIntent {
    const intent = this.find(id)
    if (intent.status === "requires_action" || intent.status === "processing") {
      this.move(intent, "succeeded")
    }
    return intent
  }

  /** What the customer's bank does with a debit days later that it does not pay. */
  refuse(id: string): void {
    const intent = this.find(id)
    this.move(intent, "requires_payment_method")
    intent.last_payment_error = { code: "payment_intent_payment_attempt_failed", message: "The debit was refused." }
  }

  private move(intent: FakeIntent, status: FakeIntent["status"]): void {
    intent.status = status
    intent.last_payment_error = null
    intent.payment_method = status === "succeeded" ? `pm_of_${intent.id}` : null
    intent.amount_received = status === "succeeded" ? intent.amount : 0
  }

  private find(id: string): FakeIntent {
    const intent = this.intents.get(id)
    if (!intent) {
      throw new Error(`No such payment_intent: '${id}'`)
    }
    return intent
  }

  private create(fields: URLSearchParams, key: string): FakeIntent {
    const known = this.intents.get(this.byKey.get(key) ?? "")
    if (known) {
      return known
    }
    const id = `pi_${this.intents.size + 1}${Date.now().toString(36)}`
    const intent: FakeIntent = {
      id,
      object: "payment_intent",
      client_secret: `${id}_secret_fake`,
      amount: Number(fields.get("amount")),
      amount_received: 0,
      currency: fields.get("currency") ?? "",
      status: "requires_payment_method",
      customer: fields.get("customer"),
      setup_future_usage: fields.get("setup_future_usage"),
      payment_method: null,
      last_payment_error: null,
    }
    this.intents.set(id, intent)
    this.byKey.set(key, id)
    return intent
  }

  private async answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const { pathname } = new URL(req.url ?? "/", this.url)
    res.setHeader("access-control-allow-origin", "*")
    res.setHeader("access-control-allow-headers", "*")
    if (req.method === "OPTIONS") {
      res.writeHead(204).end()
      return
    }
    if (pathname === "/v3/") {
      res.writeHead(200, { "content-type": "text/javascript" }).end(FAKE_STRIPE_JS.replaceAll("__API__", this.url))
      return
    }
    this.calls.push(`${req.method} ${pathname.replace(/pi_\w+/, ":id")}`)
    try {
      if (this.refuseAll) {
        throw new Error("The fake refuses this")
      }
      const fields = new URLSearchParams(await textOf(req))
      const [, id = "", action] = /^\/v1\/payment_intents(?:\/([^/]+))?(?:\/([^/]+))?$/.exec(pathname) ?? []
      const answer =
        this.other(pathname, fields) ?? this.act({ id, action }, fields, String(req.headers["idempotency-key"]))
      res.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(answer))
    } catch (error) {
      const payment_intent = error instanceof Refused ? error.intent : undefined
      const message = error instanceof Error ? error.message : String(error)
      const code = payment_intent && "payment_intent_unexpected_state"
      res.writeHead(400, { "content-type": "application/json" })
      res.end(JSON.stringify({ error: { type: "invalid_request_error", code, message, payment_intent } }))
    }
  }

  /** What is no payment: refunds, customers, and the methods that they have saved. */
  private other(pathname: string, fields: URLSearchParams): Record<string, unknown> | null {
    if (pathname === "/v1/refunds") {
      const refund = { payment_intent: fields.get("payment_intent") ?? "", amount: Number(fields.get("amount")) }
      this.refunds.push(refund)
      return { id: `re_${this.refunds.length}`, object: "refund", status: "succeeded", ...refund }
    }
    if (pathname === "/v1/customers") {
      this.customers += 1
      return { id: `cus_${this.customers}`, object: "customer" }
    }
    const [, customer] = /^\/v1\/customers\/(\w+)\/payment_methods$/.exec(pathname) ?? []
    const card = { brand: "visa", last4: "4242", exp_month: 12, exp_year: 2031 }
    const saved = this.paid.filter((one) => one.customer === customer && one.setup_future_usage === "off_session")
    return customer
      ? { object: "list", data: saved.map(({ payment_method: id }) => ({ id, type: "card", card })), has_more: false }
      : null
  }

  private act({ id, action }: { id: string; action?: string }, fields: URLSearchParams, key: string): FakeIntent {
    if (!id) {
      return this.create(fields, key)
    }
    if (action === "confirm") {
      return this.confirm(id, fields.get("card") ?? "")
    }
    if (action === "complete") {
      return this.complete(id)
    }
    const intent = this.find(id)
    if (action === "cancel") {
      if (intent.status === "succeeded" || intent.status === "processing") {
        throw new Refused(`You cannot cancel this PaymentIntent because it has a status of ${intent.status}.`, intent)
      }
      this.move(intent, "canceled")
    }
    return intent
  }
}

class Refused extends Error {
  constructor(
    message: string,
    readonly intent: FakeIntent,
  ) {
    super(message)
  }
}

async function textOf(req: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of req) {
    parts.push(part as Buffer)
  }
  return Buffer.concat(parts).toString()
}
