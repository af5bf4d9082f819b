import type { Collector, LateFact, SavedMethod } from "./contract"
import { readSessionStatus } from "./read-session-status"

const text = (value: unknown): string | null => (typeof value === "string" && value !== "" ? value : null)

/** Declines that no later attempt with the same method can change. */
const HARD_DECLINES = new Set(["stolen_card", "payment_method_missing"])

const LATE_FACTS = new Map<string, LateFact["kind"]>([
  ["charge.returned", "returned"],
  ["charge.disputed", "disputed"],
  ["charge.reinstated", "reinstated"],
])

/** The month that it was given; the demo's cards have none by themselves. */
const expiryOf = ({ expires }: Record<string, unknown>): { expires?: string } =>
  typeof expires === "string" && /^\d{4}-\d{2}$/.test(expires) ? { expires } : {}

const methodOf = ({ id, data }: { id: string; data: Record<string, unknown> }): SavedMethod => ({
  id,
  account_holder_id: text(data.account_holder_id),
  brand: text(data.brand),
  last4: text(data.last4),
  ...expiryOf(data),
})

/** For the plugin's own demo provider (`pp_demo_demo`). It charges already when the session is made, as Stripe's does. */
export const demoCollector: Collector = {
  identifier: "demo",
  canChargeOffSession: true,
  keyLifetimeHours: null,
  // But for a debit that settles after days: then nobody else is about it.
  announcesSuccess: false,

  checkoutData: () => ({ setup_future_usage: "off_session" }),

  rememberSession({ data }) {
    const id = text(data.payment_method)
    const account_holder_id = text(data.account_holder_id)
    return id && account_holder_id ? { id, account_holder_id, brand: "demo", last4: "4242", ...expiryOf(data) } : null
  },

  saveRequest: (data) => ({
    ok: true,
    data: { ...(data.confirmed === true && { confirmed: true }), ...expiryOf(data) },
  }),

  readSaved: (answer) =>
    answer.data.status === "requires_action"
      ? { kind: "requires_action", data: { send: { confirmed: true } } }
      : { kind: "saved", method: methodOf(answer) },

  readListed: methodOf,

  readTaken: ({ data }) => text(data.taken),

  chargeRequest: (method, customer) => ({
    data: { payment_method: method.id, confirm: true, capture: "automatic" },
    context: {
      account_holder: { data: { id: method.account_holder_id } },
      ...(customer ? { customer } : {}),
    },
  }),

  hasReference: (data) => text(data.id) !== null,

  readAnswer({ status, data }) {
    const code = text(data.decline_code)
    if (status === "error" && code) {
      return { status: HARD_DECLINES.has(code) ? "hard_declined" : "soft_declined", reason: code }
    }
    if (data.status === "processing") {
      return { status: "processing", reason: "processing" }
    }
    if (data.status === "requires_action") {
      return { status: "requires_action", reason: "authentication_required" }
    }
    return readSessionStatus(status)
  },

  readLateFact({ type, charge }) {
    const kind = LATE_FACTS.get(String(type))
    return kind && typeof charge === "string"
      ? { payment: charge, reference: `late_${charge}`, kind, code: null, amount: null }
      : null
  },

  readError: (error) => ({ status: "unknown", reason: error.message }),
}
