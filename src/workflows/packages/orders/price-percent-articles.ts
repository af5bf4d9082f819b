import { createWorkflow, type WorkflowData, WorkflowResponse, transform } from "@medusajs/framework/workflows-sdk"
import { acquireLockStep, releaseLockStep } from "@medusajs/medusa/core-flows"
import { planPercentArticlesStep } from "./steps/plan-percent-articles"
import { writePackageActionsStep } from "./steps/write-package-actions"

/**
 * Gives percent articles (P11) their prices in the open edit of a draft or an order. It runs after the edit's discounts,
 * as these lower what a percentage is of. Where all is right it changes nothing. Gives whether it changed something.
 */
export const pricePercentArticlesWorkflow = createWorkflow(
  "packages-price-percent-articles",
  function (input: WorkflowData<{ order_id: string }>) {
    acquireLockStep({ key: input.order_id, timeout: 2, ttl: 10 })
    const actions = planPercentArticlesStep(input)
    writePackageActionsStep(actions)
    releaseLockStep({ key: input.order_id })
    return new WorkflowResponse(transform({ actions }, (data) => data.actions.updates.length > 0))
  },
)
