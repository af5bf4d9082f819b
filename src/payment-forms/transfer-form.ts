import type { PaymentForm } from "./contract"

const TITLE = { en: "Bank transfer", fr: "Virement bancaire" }

/** For Medusa's own `system` provider, which charges nobody: the customer transfers the money by what the page says. */
export const transferForm: PaymentForm = {
  identifier: "system",
  kind: "instructions",
  title: (language) => TITLE[language],
  isOffered: () => true,
  begin: () => ({}),
  stateOf: () => "failed",
  render: () => null,
}
