import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { balanceUsedIn, type RenewalDraft } from "../../../../rules/billing"
import { isPositive } from "../../../../rules/money"
import { writeBalanceOnOrders } from "../write-balance-on-orders"

/** Renewals that were paid from a balance have it in their orders' books. A second run finds it. */
export const writeBalanceOnRenewalsStep = createStep(
  "billing-write-balance-on-renewals",
  async (drafts: RenewalDraft[], { container }) => {
    const used = drafts.filter(({ document }) => isPositive(balanceUsedIn(document)))
    await writeBalanceOnOrders(
      container,
      used.map(({ invoice_id }) => invoice_id),
    )
    return new StepResponse(used.length)
  },
)
