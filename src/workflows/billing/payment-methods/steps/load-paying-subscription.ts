import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { collectorFor } from "../../../../collectors"
import { BILLING_MODULE, type BillingModuleService, readSubscription } from "../../../../modules/billing"
import { loadPayer, type PayingCart } from "./load-paying-cart"

const invalid = (reason: string): MedusaError =>
  new MedusaError(MedusaError.Types.INVALID_DATA, `provider_id: ${reason}`)

/** Checks that this customer may pay a subscription of theirs by this provider. Another's is not found. */
export const loadPayingSubscriptionStep = createStep(
  "billing-load-paying-subscription",
  async (input: { id: string; customer_id: string; provider_id: string }, { container }) => {
    const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
    const { region_id } = await readSubscription(knex, input.id, { customer_id: input.customer_id })
    const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
      entity: "region",
      fields: ["payment_providers.id", "payment_providers.is_enabled"],
      filters: { id: region_id ?? "" },
    })
    const regions: { payment_providers?: ({ id: string; is_enabled?: boolean } | null)[] }[] = data
    const providers = regions[0]?.payment_providers ?? []
    if (!providers.some((provider) => provider?.id === input.provider_id && provider.is_enabled !== false)) {
      throw invalid(`${input.provider_id} is not a payment provider of the subscription's region`)
    }
    if (!collectorFor(input.provider_id).canChargeOffSession) {
      throw invalid(`${input.provider_id} cannot charge while the customer is away, so nothing can be saved with it`)
    }
    return new StepResponse<PayingCart>(await loadPayer(container, input))
  },
)
