import { ModuleProvider, Modules } from "@medusajs/framework/utils"
import StripeProviderService from "@medusajs/payment-stripe/dist/services/stripe-provider"
import Stripe from "stripe"
import { registerPaymentForm, stripeFormAt } from "../../../src/payment-forms"

const API = new URL(process.env.FAKE_STRIPE_URL ?? "http://127.0.0.1:9")
const { origin } = API

// The page loads the fake's script in the place of Stripe's.
registerPaymentForm(stripeFormAt(`${origin}/v3/`, { script: [origin], frame: [origin], connect: [origin] }))

type Arguments = ConstructorParameters<typeof StripeProviderService>

/** Medusa's own provider of Stripe, which speaks to a local fake of its API. */
class LocalStripeProvider extends StripeProviderService {
  constructor(...given: Arguments) {
    super(...given)
    const { hostname, port } = API
    this.stripe_ = new Stripe("sk_test_fake", { host: hostname, port, protocol: "http", maxNetworkRetries: 0 })
  }
}

export default ModuleProvider(Modules.PAYMENT, { services: [LocalStripeProvider] })
