import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import type { SavePackageInput } from "./plan-package"
import { writeCataloguePricesStep } from "./steps/write-catalogue-prices"
import { writePackageStep } from "./steps/write-package"

/**
 * Makes a product a package, or changes what is given of one (P1 to P16). Refused with the path where a package would
 * contain itself. Result: the package as stored.
 */
export const savePackageWorkflow = createWorkflow("packages-save-package", (input: SavePackageInput) => {
  const written = writePackageStep(input)
  const prices = transform({ input, written }, (data) => ({
    variant_ids: data.written.variant_ids,
    after: {
      pricing: data.written.package.package.pricing,
      minimumDuration: data.written.package.package.minimum_duration,
      rates: data.written.package.rates,
    },
    before: data.written.pricing_before,
    prices: data.input.package.prices ?? [],
  }))
  writeCataloguePricesStep(prices)
  return new WorkflowResponse(transform({ written }, (data) => data.written.package))
})
