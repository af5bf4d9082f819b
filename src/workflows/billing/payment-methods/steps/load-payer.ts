import type { AccountHolderDTO, MedusaContainer, PaymentCustomerDTO } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { collectorFor } from "../../../../collectors"

/** Who pays, as the payment module wants them. */
export interface PayingCustomer {
  customer: PaymentCustomerDTO
  /** The customer's account with the provider, where there is one already. */
  account_holder: AccountHolderDTO | null
}

/** The payment providers of a region, as a query answers them. */
export type ProvidersOfRegion = ({ id: string; is_enabled?: boolean } | null)[]

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
): Promise<PayingCustomer> {
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

/** Throws where a method cannot be saved with a provider: it is none of the region's, or charges nobody who is away. */
export function requireSavingProvider(providerId: string, providers: ProvidersOfRegion, whose: string): void {
  if (!providers.some((provider) => provider?.id === providerId && provider.is_enabled !== false)) {
    throw invalid(`${providerId} is not a payment provider of the ${whose}'s region`)
  }
  if (!collectorFor(providerId).canChargeOffSession) {
    throw invalid(`${providerId} cannot charge while the customer is away, so nothing can be saved with it`)
  }
}
