import type { AccountHolderDTO, MedusaContainer, PaymentCustomerDTO } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { collectorFor } from "../../../../collectors"
import { isCartBoundByEmail } from "../../../cart/is-cart-bound-by-email"

export interface PayingCart {
  customer: PaymentCustomerDTO
  /** The customer's account with the provider, where there is one already. */
  account_holder: AccountHolderDTO | null
}

interface CartFacts {
  customer_id: string | null
  completed_at: string | null
  region: { payment_providers?: ({ id: string; is_enabled?: boolean } | null)[] } | null
}

const CART = ["customer_id", "completed_at", "region.payment_providers.id", "region.payment_providers.is_enabled"]

interface CustomerFacts extends PaymentCustomerDTO {
  account_holders?: (AccountHolderDTO | null)[]
}

const CUSTOMER = ["id", "email", "company_name", "first_name", "last_name", "phone", "account_holders.*"]

const invalid = (reason: string): MedusaError =>
  new MedusaError(MedusaError.Types.INVALID_DATA, `provider_id: ${reason}`)

/** The customer as the payment module wants them, with their account at the provider. */
export async function loadPayer(
  container: MedusaContainer,
  { customer_id, provider_id }: { customer_id: string; provider_id: string },
): Promise<PayingCart> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({ entity: "customer", fields: CUSTOMER, filters: { id: customer_id } })
  const rows: CustomerFacts[] = data
  const [payer] = rows
  if (!payer) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Customer with id: ${customer_id} was not found`)
  }
  const { account_holders, ...customer } = payer
  return { customer, account_holder: account_holders?.find((one) => one?.provider_id === provider_id) ?? null }
}

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
    if (!providers.some((provider) => provider?.id === input.provider_id && provider.is_enabled !== false)) {
      throw invalid(`${input.provider_id} is not a payment provider of the cart's region`)
    }
    if (!collectorFor(input.provider_id).canChargeOffSession) {
      throw invalid(`${input.provider_id} cannot charge while the customer is away, so nothing can be saved with it`)
    }
    return new StepResponse<PayingCart>(await loadPayer(container, input))
  },
)
