import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { isCartBoundByEmail } from "../../../cart/binding/is-cart-bound-by-email"
import { loadPayer, requireSavingProvider, type PayingCustomer, type ProvidersOfRegion } from "./load-payer"

interface CartFacts {
  customer_id: string | null
  completed_at: string | null
  region: { payment_providers?: ProvidersOfRegion } | null
}

const CART = ["customer_id", "completed_at", "region.payment_providers.id", "region.payment_providers.is_enabled"]

/**
 * Checks that this customer may save a method of this provider for the cart. Another's cart is not found, nor one that
 * has only been given the customer's e-mail address.
 */
export const loadPayingCartStep = createStep(
  "billing-load-paying-cart",
  async (input: { cart_id: string; customer_id: string; provider_id: string }, { container }) => {
    const query = container.resolve(ContainerRegistrationKeys.QUERY)
    const { data: carts } = await query.graph({ entity: "cart", fields: CART, filters: { id: input.cart_id } })
    const cart: CartFacts | undefined = carts[0]
    const isOwn = cart?.customer_id === input.customer_id
    if (!isOwn || (await isCartBoundByEmail(container, { ...cart, id: input.cart_id }))) {
      throw new MedusaError(MedusaError.Types.NOT_FOUND, `Cart with id: ${input.cart_id} was not found`)
    }
    if (cart.completed_at) {
      throw new MedusaError(MedusaError.Types.NOT_ALLOWED, `Cart ${input.cart_id} has been completed`)
    }
    const providers = cart.region?.payment_providers ?? []
    requireSavingProvider(input.provider_id, providers, "cart")
    return new StepResponse<PayingCustomer>(await loadPayer(container, input))
  },
)
