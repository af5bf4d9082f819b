import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { RenewalCharge } from "../../../../rules/billing"
import { chargeRenewals } from "../charge-renewals"

/** Charges renewals. Nothing takes it back: money that was taken stays taken, and a later step writes that down. */
export const chargeRenewalsStep = createStep(
  "billing-charge-renewals",
  async (charges: RenewalCharge[], { container }) => new StepResponse(await chargeRenewals(container, charges)),
)
