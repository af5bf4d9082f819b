import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { RenewalCharge } from "../../../../rules/billing"
import { chargeRenewals } from "../charge-renewals"

/** Charges renewals. No compensation: captured money stays captured, and a later step records it. */
export const chargeRenewalsStep = createStep(
  "billing-charge-renewals",
  async (charges: RenewalCharge[], { container }) => new StepResponse(await chargeRenewals(container, charges)),
)
