import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { DISCOUNTS_MODULE, type DiscountsModuleService } from "../../../modules/discounts"
import { writeArticleDiscount, type ArticleDiscountChange } from "../../../modules/discounts/queries/article-discounts"
import { asRefusal, changedMeanwhile } from "../as-refusal"

/** Stores a discount as it is to be, in one transaction; undone, it is as it was. Result: its id. */
export const writeArticleDiscountStep = createStep(
  "discounts-write-article-discount",
  async (change: ArticleDiscountChange, { container }) => {
    const { knex } = container.resolve<DiscountsModuleService>(DISCOUNTS_MODULE).db
    const isWritten = await writeArticleDiscount(knex, change).catch((error: unknown) => {
      throw asRefusal(error)
    })
    if (!isWritten) {
      throw changedMeanwhile()
    }
    return new StepResponse((change.after ?? change.before)?.discount.id ?? "", change)
  },
  async (change, { container }) => {
    if (change) {
      const { knex } = container.resolve<DiscountsModuleService>(DISCOUNTS_MODULE).db
      await writeArticleDiscount(knex, { before: change.after, after: change.before })
    }
  },
)
