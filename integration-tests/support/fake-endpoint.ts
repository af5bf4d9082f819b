import { Webhook } from "standardwebhooks"
import type { OutsideStatus } from "../../src/provisioning-providers"
import { FakeOutside, type Answered, type Asked } from "./fake-outside"

export const ENDPOINT_SECRET = `whsec_${Buffer.alloc(24, "endpoint-of-the-merchant").toString("base64")}`

interface Message {
  type: string
  data: { service: { reference: string; expires_on: string | null; unit: number; product_id: string } }
}

const shownOf = (reference: string) => ({ shown: [{ label: "Address", value: `${reference}.example` }] })

/** A merchant's system that is told by webhooks: it checks signatures, and knows a message that comes again by its id. */
export class FakeEndpoint {
  readonly services = new Map<string, { status: OutsideStatus; expires_on: string | null; creations: number }>()
  readonly actions: string[] = []
  /** Each action with the service that it was for. */
  readonly told: { action: string; reference: string }[] = []
  readonly seen = new Set<string>()
  /** Answers this instead, to whatever it is told. */
  instead: Answered | null = null
  /** It refuses messages of this type. */
  refused: string | null = null
  /** What it answers who wants to log in. */
  loginUrl = "https://panel.example.com/login/once"
  /** Services that are never said to be over, suspended or resumed. */
  isLazy = false
  readonly outside = new FakeOutside(
    (asked) => this.answer(asked),
    ({ json }) => json.type === "service.lookup" || json.type === "service.status",
  )

  count(reference: string): number {
    const service = this.services.get(reference)
    return service && service.status !== "terminated" ? service.creations : 0
  }

  status(reference: string): OutsideStatus {
    return this.services.get(reference)?.status ?? "terminated"
  }

  private answer({ headers, text }: Asked): Answered {
    let message: Message
    try {
      message = new Webhook(ENDPOINT_SECRET).verify(text, headers as Record<string, string>) as Message
    } catch {
      return { status: 401 }
    }
    if (this.instead) {
      return this.instead
    }
    const { type, data } = message
    const reference = data.service?.reference ?? ""
    if (type === this.refused) {
      return { status: 422 }
    }
    if (type === "service.lookup") {
      return { status: 200, body: { exists: this.count(reference) > 0, ...shownOf(reference) } }
    }
    if (type === "service.status") {
      return { status: 200, body: { status: this.isLazy ? "pending" : this.status(reference) } }
    }
    if (type === "service.sign_on") {
      return { status: 200, body: { url: this.loginUrl } }
    }
    if (type === "connection.test") {
      return { status: 204 }
    }
    const id = String(headers["webhook-id"])
    if (!this.seen.has(id)) {
      this.seen.add(id)
      this.act(type.replace("service.", ""), data.service)
    }
    return { status: 200, body: shownOf(reference) }
  }

  private act(action: string, { reference, expires_on }: Message["data"]["service"]): void {
    this.actions.push(action)
    this.told.push({ action, reference })
    const before = this.services.get(reference)
    switch (action) {
      case "create":
        this.services.set(reference, { status: "active", expires_on, creations: (before?.creations ?? 0) + 1 })
        return
      case "renew":
        if (before) {
          before.expires_on = expires_on
        }
        return
      case "suspend":
      case "unsuspend":
      case "terminate":
        if (before) {
          const states = { suspend: "suspended", unsuspend: "active", terminate: "terminated" } as const
          before.status = states[action]
        }
    }
  }
}
