import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { planPercentArticles } from "../plan-percent-articles"
import type { WritePackageActionsInput } from "./write-package-actions"

/** What an order's percent articles should cost, as actions of its open edit; it writes nothing. */
export const planPercentArticlesStep = createStep(
  "packages-plan-percent-articles",
  async ({ order_id }: { order_id: string }, { container }) => {
    const prices = await planPercentArticles(container, order_id)
    const input: WritePackageActionsInput = {
      order_id,
      updates: prices.map(({ lineId, unitPrice }) => ({
        line_id: lineId,
        quantity: 1,
        unit_price: Number(unitPrice),
      })),
    }
    return new StepResponse(input)
  },
)
