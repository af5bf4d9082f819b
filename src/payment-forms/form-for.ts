import type { PaymentForm } from "./contract"
import { demoForm } from "./demo-form"
import { stripeForm } from "./stripe-form"
import { transferForm } from "./transfer-form"

const forms = new Map<string, PaymentForm>()

/**
 * Adds a form for a payment provider of the merchant's own, or puts it in the place of a built-in one. Call it once in each
 * process, where Medusa loads code at boot, e.g. in a file under `src/workflows/`:
 *
 * ```ts
 * import { registerPaymentForm } from "medusa-service-commerce/payment-forms"
 * registerPaymentForm(myForm)
 * ```
 */
export function registerPaymentForm(form: PaymentForm): void {
  if (!/^[a-z0-9-]+(_[a-z0-9-]+)*$/i.test(form.identifier)) {
    throw new Error(
      `A payment form's identifier is its payment provider's, such as "stripe"; not ${JSON.stringify(form.identifier)}`,
    )
  }
  forms.set(form.identifier, form)
}

for (const builtIn of [demoForm, stripeForm, transferForm]) {
  registerPaymentForm(builtIn)
}

/** The form of a payment provider, by the provider's id `pp_<identifier>_<id>`; the longest identifier wins. null: none. */
export function formFor(paymentProviderId: string): PaymentForm | null {
  const name = paymentProviderId.startsWith("pp_") ? paymentProviderId.slice(3) : null
  const fitting = name === null ? [] : [...forms.keys()].filter((id) => name === id || name.startsWith(`${id}_`))
  const [longest] = fitting.sort((a, b) => b.length - a.length)
  return (longest && forms.get(longest)) || null
}
