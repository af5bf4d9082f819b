import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import type { SaveArticleInput } from "./plan-article"
import { writeArticleStep } from "./steps/write-article"
import { writeCataloguePricesStep } from "./steps/write-catalogue-prices"

/** Saves what a variant's price is per (P11), its rates and its buffers (P18). Result: the article as stored. */
export const savePackageArticleWorkflow = createWorkflow("packages-save-article", (input: SaveArticleInput) => {
  const written = writeArticleStep(input)
  const prices = transform({ written }, ({ written: { article, rates } }) => ({
    variant_ids: [article.variant_id],
    after: { pricing: article.unit, minimumDuration: article.minimum_duration, rates },
    before: null,
    prices: [],
  }))
  writeCataloguePricesStep(prices)
  return new WorkflowResponse(written)
})
