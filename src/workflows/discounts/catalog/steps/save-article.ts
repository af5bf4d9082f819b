import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { DISCOUNTS_MODULE, type DiscountsModuleService, writeArticle } from "../../../../modules/discounts"
import { changedMeanwhile } from "../../../errors/to-conflict-error"
import { planArticle, type SaveArticleInput } from "../plan-article"

/** Stores an article's settings. Compensation: those before. */
export const saveArticleStep = createStep(
  "discounts-save-article",
  async (input: SaveArticleInput, { container }) => {
    const change = await planArticle(container, input)
    if (!(await writeArticle(container.resolve<DiscountsModuleService>(DISCOUNTS_MODULE).db.knex, change))) {
      throw changedMeanwhile()
    }
    return new StepResponse(change.after, change)
  },
  async (change, { container }) => {
    if (change) {
      const { knex } = container.resolve<DiscountsModuleService>(DISCOUNTS_MODULE).db
      await writeArticle(knex, { before: change.after, after: change.before, fields: change.fields })
    }
  },
)
