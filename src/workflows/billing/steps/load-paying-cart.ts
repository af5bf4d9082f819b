import type { AccountHolderDTO, CustomerDTO } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { collectorFor } from "../../../collectors"

export interface PayingCart {
  customer: CustomerDTO
  /** The customer's account with the provider, where there is one already. */
  account_holder: AccountHolderDTO | null
}

interface CartFacts {
  customer_id: string | null
  completed_at: string | null
  region: { payment_providers?: ({ id: string; is_enabled?: boolean } | null)[] } | null
}

const CART = ["customer_id", "completed_at", "region.payment_providers.id", "region.payment_providers.is_enabled"]

const invalid = (reason: string): MedusaError =>
  new MedusaError(MedusaError.Types.INVALID_DATA, `provider_id: ${reason}`)

/** Checks that this customer may save a method of this provider for the cart. Another's cart is not found. */
export const loadPayingCartStep = createStep(
  "billing-load-paying-cart",
  async (input: { cart_id: string; customer_id: string; provider_id: string }, { container }) => {
    const query = container.resolve(ContainerRegistrationKeys.QUERY)
    const { data: carts } = await query.graph({ entity: "cart", fields: CART, filters: { id: input.cart_id } })
    const cart: CartFacts | undefined = carts[0]
    if (!cart || cart.customer_id !== input.customer_id) {
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
    const { data: customers } = await query.graph({
      entity: "customer",
      fields: ["id", "email", "company_name", "first_name", "last_name", "phone", "account_holders.*"],
      filters: { id: input.customer_id },
    })
    const { account_holders, ...customer } = customers[0] as unknown as CustomerDTO & {
      account_holders?: (AccountHolderDTO | null)[]
    }
    const holder = account_holders?.find((one) => one?.provider_id === input.provider_id) ?? null
    return new StepResponse<PayingCart>({ customer, account_holder: holder })
  },
)
