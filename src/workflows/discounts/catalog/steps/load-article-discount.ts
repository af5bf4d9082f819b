import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { storedArticleDiscount } from "../stored-article-discount"

/** A discount as it is stored. */
export const loadArticleDiscountStep = createStep(
  "discounts-load-article-discount",
  async (id: string, { container }) => new StepResponse(await storedArticleDiscount(container, id)),
)
