import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { ArticleDiscountBody } from "../../../../rules/discounts"
import { planArticleDiscount } from "../plan-article-discount"
import { storedArticleDiscount } from "../stored-article-discount"

export interface SaveArticleDiscountInput {
  /** Null: a new one. */
  id: string | null
  /** `version` is the one that the fields were read in. */
  discount: ArticleDiscountBody & { version?: number | undefined }
}

/** Decides what saving a discount writes. Throws with all problems. */
export const planArticleDiscountStep = createStep(
  "discounts-plan-article-discount",
  async ({ id, discount }: SaveArticleDiscountInput, { container }) => {
    const before = id === null ? null : await storedArticleDiscount(container, id)
    return new StepResponse(await planArticleDiscount(container, before, discount))
  },
)
