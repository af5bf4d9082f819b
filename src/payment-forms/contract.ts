import type { Decimal } from "../rules/money"

export const PAGE_LANGUAGES = ["en", "fr"] as const
export type PageLanguage = (typeof PAGE_LANGUAGES)[number]

/** A payment session as Medusa's payment module keeps it. */
export interface FormSession {
  /** Medusa's `PaymentSessionStatus`. */
  status: string
  data: Record<string, unknown>
}

/** The settings that forms go by; all may be shown to customers. */
export interface FormSettings {
  stripePublishableKey: string | null
}

export interface FormContext {
  amount: Decimal
  currencyCode: string
  language: PageLanguage
  settings: FormSettings
  /** The payment that was begun; what it holds may be shown to the customer. */
  session: FormSession
  /** Where the customer comes back to, below this server's address. */
  returnPath: string
}

/** What a form puts into the page. */
export interface FormMarkup {
  /** HTML. Everything in it that is not the form's own is escaped, and nothing in it is inline script or style. */
  html: string
  /** The provider's own script, by its address; it is loaded before the form's. */
  providerScript?: string
  /** The form's own script, as text: the page serves it itself. */
  script?: string
  /** Hosts that the page's content security policy lets the form speak to. */
  sources?: { script?: string[]; frame?: string[]; connect?: string[] }
}

/**
 * What came of a payment that was begun, by the session alone. `waits`: for the customer; `requires_action`: they have to
 * confirm; `in_doubt`: the provider may have taken money, and is asked before anything else begins; `failed`: nothing was
 * taken, and another try begins a payment of its own.
 */
export type FormState = "waits" | "requires_action" | "in_doubt" | "failed"

/**
 * How a customer pays an invoice by one payment provider, on the payment page. A form is pure: no I/O, no clock. A provider
 * without a form is not offered.
 *
 * - `charge`: one press pays. The session is made and charged while the customer waits.
 * - `confirm`: the session is made first, then the form in the page confirms it with the provider, and the customer comes back.
 * - `instructions`: the customer pays elsewhere, by what the page says; no session is made.
 */
export interface PaymentForm {
  /** The `identifier` of the payment providers that it is for: `stripe` is for `pp_stripe_…`. */
  readonly identifier: string
  readonly kind: "charge" | "confirm" | "instructions"

  /** What the choice is called. */
  title(language: PageLanguage): string

  /** Whether the store's settings let it be offered. */
  isOffered(settings: FormSettings): boolean

  /** The `data` of a new session. What the customer posted is theirs: take known fields alone. */
  begin(fields: Readonly<Record<string, string>>): Record<string, unknown>

  /** How a session of the page's, or a billing run's attempt, stands. */
  stateOf(session: FormSession): FormState

  /**
   * What the customer's confirmation adds to the session's `data`, where a bank asked for it; left out: nothing, as the
   * provider hears of it from the customer's browser. The page's own button posts `confirmed`.
   */
  confirm?(fields: Readonly<Record<string, string>>): Record<string, unknown>

  /** The form of a session that waits for the customer; null: it needs none but the page's button. */
  render(context: FormContext): FormMarkup | null

  /** What a storefront's own page needs of a session to draw the form itself; left out: nothing. */
  storefrontData?(session: FormSession, settings: FormSettings): Record<string, string>

  /** Whether the customer says that they gave up, by the query string with which they come back. Nothing else is believed. */
  onReturn?(query: Readonly<Record<string, string>>): "came_back" | "gave_up"
}
