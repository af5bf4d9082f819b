import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  BILLING_MODULE,
  type BillingModuleService,
  type ChangeContext,
  readSubscriptions,
} from "../../../../modules/billing"
import { addressChange, type WantedAddresses } from "../../../../rules/billing"
import { invalidFields } from "../../../errors/invalid-fields"
import { changeOneSubscription } from "../../subscriptions/change-one-subscription"
import { requireAllowed } from "../require-allowed"

export interface ChangeAddressesInput extends ChangeContext, WantedAddresses {
  id: string
  version?: number | undefined
  /** The customer who must own it; admins leave it out. */
  customer_id?: string
}

/** Sets addresses, in one transaction, so the step needs no compensation. */
export const changeAddressesStep = createStep(
  "billing-change-addresses",
  async (input: ChangeAddressesInput, { container }) => {
    await requireCountry(container, input)
    const changed = await changeOneSubscription(container, input, (row, options) => {
      requireAllowed("addresses", input, options)
      return addressChange(row, input)
    })
    return new StepResponse(changed)
  },
)

/** It is sold in the countries of its region, as a cart is. */
async function requireCountry(
  container: MedusaContainer,
  { id, shipping_address }: ChangeAddressesInput,
): Promise<void> {
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  const [subscription] = shipping_address ? await readSubscriptions(knex, [id]) : []
  const regionId = subscription?.row.region_id
  if (!regionId) {
    return
  }
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({ entity: "region", fields: ["countries.iso_2"], filters: { id: regionId } })
  const countries = (data as { countries?: ({ iso_2: string } | null)[] }[]).flatMap((region) =>
    (region.countries ?? []).map((country) => country?.iso_2),
  )
  const wanted = shipping_address?.country_code
  if (countries.length && !countries.includes(typeof wanted === "string" ? wanted : "")) {
    throw invalidFields("The addresses were not changed", [
      { field: "shipping_address.country_code", reason: "is not a country of the region that it was sold in" },
    ])
  }
}
