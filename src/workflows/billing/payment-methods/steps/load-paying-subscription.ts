import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { BILLING_MODULE, type BillingModuleService, readSubscription } from "../../../../modules/billing"
import { loadPayer, requireSavingProvider, type PayingCustomer, type ProvidersOfRegion } from "./load-payer"

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
    const regions: { payment_providers?: ProvidersOfRegion }[] = data
    const providers = regions[0]?.payment_providers ?? []
    requireSavingProvider(input.provider_id, providers, "subscription")
    return new StepResponse<PayingCustomer>(await loadPayer(container, input))
  },
)
