import type { FormSession, PaymentForm } from "./contract"
import { escapeHtml } from "./escape-html"
import { STRIPE_SCRIPT } from "./stripe-script"

/** Where Stripe.js comes from, and whom it speaks to (https://docs.stripe.com/security/guide#content-security-policy). */
const STRIPE_JS = "https://js.stripe.com/v3/"
const SOURCES = {
  script: ["https://js.stripe.com"],
  frame: ["https://js.stripe.com", "https://*.js.stripe.com", "https://hooks.stripe.com"],
  connect: ["https://api.stripe.com"],
}

const TEXTS = {
  en: { title: "Card and more", pay: "Pay", confirm: "Confirm the payment", needs: "This form needs JavaScript." },
  fr: {
    title: "Carte et autres moyens",
    pay: "Payer",
    confirm: "Confirmer le paiement",
    needs: "Ce formulaire a besoin de JavaScript.",
  },
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null
const text = (value: unknown): string | null => (typeof value === "string" && value !== "" ? value : null)

/**
 * The saved method that an attempt without the customer was made with, where their bank wants them to confirm. Stripe answers
 * such an attempt as one without a method, with the error that names it.
 */
function methodToConfirm({ data }: FormSession): string | null {
  const error = isObject(data.last_payment_error) ? data.last_payment_error : {}
  const method = isObject(error.payment_method) ? text(error.payment_method.id) : text(error.payment_method)
  return error.code === "authentication_required" ? method : null
}

/**
 * For Stripe's official provider: its Payment Element, which keeps card data on Stripe's own pages. The PaymentIntent of the
 * session is confirmed in the customer's browser; what came of it, the server asks Stripe.
 * https://docs.stripe.com/payments/accept-a-payment
 */
export const stripeFormAt = (providerScript: string, sources = SOURCES): PaymentForm => ({
  identifier: "stripe",
  kind: "confirm",
  title: (language) => TEXTS[language].title,
  isOffered: ({ stripePublishableKey }) => stripePublishableKey !== null,
  begin: () => ({ capture_method: "automatic", automatic_payment_methods: { enabled: true } }),

  stateOf(session) {
    const { status } = session.data
    if (status === "processing" || status === "succeeded" || session.data.indeterminate_due_to) {
      return "in_doubt"
    }
    // Without its secret there is nothing that a customer could confirm: Stripe was not reached, and nothing is taken.
    if (status === "canceled" || session.status === "canceled" || !text(session.data.client_secret)) {
      return "failed"
    }
    return status === "requires_action" || methodToConfirm(session) !== null ? "requires_action" : "waits"
  },

  render({ session, settings, language, returnPath }) {
    const secret = text(session.data.client_secret)
    if (!secret || !settings.stripePublishableKey) {
      return null
    }
    const words = TEXTS[language]
    const mustConfirm = this.stateOf(session) === "requires_action"
    const attributes = {
      "data-key": settings.stripePublishableKey,
      "data-secret": secret,
      "data-return": returnPath,
      "data-language": language,
      "data-confirms": mustConfirm ? "yes" : "no",
      "data-method": methodToConfirm(session) ?? "",
    }
    const written = Object.entries(attributes).map(([name, value]) => `${name}="${escapeHtml(value)}"`)
    return {
      html:
        `<noscript><p class="note">${words.needs}</p></noscript>` +
        `<form id="stripe-form" class="provider-form" hidden ${written.join(" ")}>` +
        `<div id="stripe-element"></div><p id="stripe-problem" class="problem" role="alert" hidden></p>` +
        `<button type="submit" class="primary">${mustConfirm ? words.confirm : words.pay}</button></form>`,
      providerScript,
      script: STRIPE_SCRIPT,
      sources,
    }
  },

  storefrontData(session, { stripePublishableKey }) {
    const method = methodToConfirm(session)
    return {
      client_secret: text(session.data.client_secret) ?? "",
      publishable_key: stripePublishableKey ?? "",
      ...(method ? { payment_method: method } : {}),
    }
  },

  onReturn: ({ redirect_status }) => (redirect_status === "failed" ? "gave_up" : "came_back"),
})

export const stripeForm = stripeFormAt(STRIPE_JS)
