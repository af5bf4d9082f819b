import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { renewalSales } from "../../../ports/renewal-sales"

/**
 * Waits for the sales of the batch's orders, which were begun with these and are written while the rest of the batch is. It never
 * fails: what is not recorded here, the sweep of orders records. So there is no compensation.
 */
export const finishRenewalSalesStep = createStep("billing-finish-renewal-sales", async () => {
  await renewalSales.get().finish()
  return new StepResponse(null)
})
