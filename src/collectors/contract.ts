import type { ChargeOutcome } from "../rules/billing/types"
import type { Decimal } from "../rules/money"

/**
 * A collector's data of a payment method: enough to charge it off session, and to show which one it is. Never a card
 * number. Stored as JSON with the subscription; a collector may add keys of its own.
 */
export interface SavedMethod {
  /** The provider's own id of the method. */
  id: string
  /** The provider's own id of the customer that the method belongs to; null where the provider has no such thing. */
  account_holder_id: string | null
  /** e.g. `visa`, `sepa_debit`. */
  brand: string | null
  last4: string | null
  /** The month up to whose end it can be charged, `2027-02`; left out or null: it does not expire, or nobody knows. */
  expires?: string | null
  [key: string]: unknown
}

/** A payment session (or payment) as Medusa's payment module keeps it, with the fields that a collector reads. */
export interface ProviderAnswer {
  /** Medusa's `PaymentSessionStatus`: `pending`, `requires_more`, `authorized`, `captured`, `error`, `canceled` … */
  status: string
  data: Record<string, unknown>
}

/** What a charge sends to the payment module: the session's `data` and the provider's context. */
export interface ChargeRequest {
  data: Record<string, unknown>
  context: { account_holder?: { data: Record<string, unknown> }; customer?: { id: string; email: string } }
}

/** The result of saving a payment method while nothing is due. */
export type SaveAnswer =
  | { kind: "saved"; method: SavedMethod }
  /** The customer must confirm first; `data` is what the storefront needs for that. */
  | { kind: "requires_action"; data: Record<string, unknown> }
  | { kind: "refused"; reason: string }

/** News of a payment that was settled. The provider may say it as often as it likes, in any order. */
export interface LateFact {
  /** The provider's own id of the payment, as in the session's `data.id`. */
  payment: string
  /** The provider's own id of the return or the dispute: what is said twice is done once. */
  reference: string
  /** `reinstated`: the money came back after all. */
  kind: "returned" | "disputed" | "reinstated"
  /** The provider's code. */
  code: string | null
  /** What was taken back, in major units; null: the whole. */
  amount: Decimal | null
}

/**
 * How one payment provider charges renewals. Medusa's payment module makes the payment; a collector knows which `data` the provider reads and what its answers mean. It is pure: no I/O, no clock.
 *
 * A renewal is charged in these steps; each method says when it is called:
 *
 * 1. `chargeRequest` makes the request, which is stored before anything is sent.
 * 2. The provider's `initiatePayment` is called with it under the attempt's key. `readAnswer` says what the answer
 *    means, and `readError` what an error means.
 * 3. Unless it is a decline, the session is authorised under the same key, which creates Medusa's payment.
 *
 * If the process died or the provider did not answer, the outcome is unknown. Later, step 2 runs again with the same
 * request under the same key, unless `hasReference` says that the session's data already names the provider's payment:
 * then step 3 asks about that one.
 */
export interface Collector {
  /** The `identifier` of the payment providers that it is for: `stripe` is for `pp_stripe_…` . */
  readonly identifier: string
  /** `false`: nothing can be charged while the customer is away; the invoice waits to be paid. */
  readonly canChargeOffSession: boolean
  /**
   * For how many hours the provider keeps an idempotency key. An older attempt of unknown outcome is not sent again,
   * because it might be charged twice; an admin decides. null: for ever.
   */
  readonly keyLifetimeHours: number | null
  /**
   * `false`: the provider never tells of a success by a message, which Medusa would book in the same moment as the plugin: nothing
   * is waited for where it captures at once. Left out: it may.
   */
  readonly announcesSuccess?: boolean

  /**
   * Keys for the `data` of a checkout's payment session, so that the method is saved for later. They win over the
   * client's.
   */
  checkoutData(): Record<string, unknown>

  /** The method that a checkout's authorised session has saved; null: none that can be charged off session. */
  rememberSession(answer: ProviderAnswer): SavedMethod | null

  /** The request to save a method while nothing is due, from the storefront's data; a string: why it is refused. */
  saveRequest(
    data: Record<string, unknown>,
  ): { ok: true; data: Record<string, unknown> } | { ok: false; reason: string }

  /** What came of saving: `id` and `data` are the provider's answer. */
  readSaved(
    answer: { id: string; data: Record<string, unknown> },
    accountHolder: { data: Record<string, unknown> },
  ): SaveAnswer

  /**
   * A method that the provider lists for the account holder, as what is to be remembered; null: not chargeable later.
   */
  readListed(
    listed: { id: string; data: Record<string, unknown> },
    accountHolder: { data: Record<string, unknown> },
  ): SavedMethod | null

  /**
   * What the provider takes for an amount in major units: it knows whole units of the currency alone, and rounds in its own
   * way. Left out: the currency's minor unit, half away from zero. It is what an invoice asks for, and what is sent.
   */
  amountTaken?(amount: Decimal, currencyCode: string): Decimal

  /**
   * What an authorised session of a checkout has taken, in major units, by the provider's own answer; null: it does not
   * say. Left out: it never does.
   */
  readTaken?(answer: ProviderAnswer, currencyCode: string): Decimal | null

  /** The request that charges a saved method while the customer is away, with automatic capture. */
  chargeRequest(method: SavedMethod, customer: { id: string; email: string } | null): ChargeRequest

  /** Whether the session's data names a payment at the provider whose state can be read. */
  hasReference(data: Record<string, unknown>): boolean

  /**
   * What the provider's answer to a charge means. `pending` is `unknown` and is reconciled later. `processing`: its bank
   * takes days; it is asked once a day, and nothing else is charged meanwhile.
   */
  readAnswer(answer: ProviderAnswer): ChargeOutcome

  /**
   * What the provider's message says of a payment that was settled: it failed later, or came back after all; null: nothing of
   * the kind. The provider has checked the message before. Left out: it never says.
   */
  readLateFact?(message: Record<string, unknown>): LateFact | null

  /** What an error of the provider means: `unknown`, unless it is certain that nothing was charged. */
  readError(error: Error): ChargeOutcome
}

/** Reads a method back from the subscription's JSON; null where it is none. */
export function readSavedMethod(json: Record<string, unknown> | null): SavedMethod | null {
  if (!json || typeof json.id !== "string") {
    return null
  }
  const text = (key: string): string | null => {
    const value = json[key]
    return typeof value === "string" ? value : null
  }
  return {
    ...json,
    id: json.id,
    account_holder_id: text("account_holder_id"),
    brand: text("brand"),
    last4: text("last4"),
    ...("expires" in json && { expires: text("expires") }),
  }
}
