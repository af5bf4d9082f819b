import type { PaymentForm } from "./contract"

const TITLE = { en: "Demo card", fr: "Carte de démonstration" }

/** For the plugin's own demo provider: one press pays, as its switches say. */
export const demoForm: PaymentForm = {
  identifier: "demo",
  kind: "charge",
  title: (language) => TITLE[language],
  isOffered: () => true,
  begin: () => ({}),
  stateOf({ status, data }) {
    if (status === "requires_more") {
      return "requires_action"
    }
    // It is charged as soon as it is made: one that still waits was interrupted, and may have taken the money.
    return status === "error" || status === "canceled" || data.decline_code ? "failed" : "in_doubt"
  },
  // Coming back by itself confirms nothing: the customer presses the page's button.
  confirm: ({ confirmed }) => (confirmed === "yes" ? { confirmed: true } : {}),
  render: () => null,
}
