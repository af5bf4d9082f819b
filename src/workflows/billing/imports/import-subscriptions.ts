import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { acquireLockStep, releaseLockStep } from "@medusajs/medusa/core-flows"
import { createImportedCustomersStep } from "./steps/create-imported-customers"
import { importSubscriptionsStep, type ImportSubscriptionsInput } from "./steps/import-subscriptions"

const KEY = "billing-import"

/**
 * Moves the subscriptions of a CSV file in, all or nothing; twice is once (B62). They bill on their next date by the ordinary run.
 * Result: how many were made.
 */
export const importSubscriptionsWorkflow = createWorkflow(
  "billing-import-subscriptions",
  (input: ImportSubscriptionsInput) => {
    acquireLockStep({ key: KEY, timeout: 60, ttl: 600 })
    const newCustomers = createImportedCustomersStep(input)
    const counts = importSubscriptionsStep(
      transform({ input, newCustomers }, ({ input, newCustomers }) => ({ file: input, newCustomers })),
    )
    releaseLockStep({ key: KEY })
    return new WorkflowResponse(counts)
  },
)
