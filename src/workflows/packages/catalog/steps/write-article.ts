import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  type ArticleChange,
  PACKAGES_MODULE,
  type PackagesModuleService,
  writeArticle,
} from "../../../../modules/packages"
import { changedMeanwhile, toConflictError } from "../../../errors/to-conflict-error"
import { planArticle, type SaveArticleInput } from "../plan-article"

const databaseOf = (container: MedusaContainer) => container.resolve<PackagesModuleService>(PACKAGES_MODULE).db.knex

/** Stores what an article's price is per. Compensation: as before. */
export const writeArticleStep = createStep(
  "packages-write-article",
  async (input: SaveArticleInput, { container }) => {
    const change = await planArticle(container, input)
    const isWritten = await writeArticle(databaseOf(container), change).catch((error: unknown) => {
      throw toConflictError(error)
    })
    if (!isWritten) {
      throw changedMeanwhile()
    }
    return new StepResponse(change.after, change)
  },
  async (change: ArticleChange | undefined, { container }) => {
    if (change) {
      await writeArticle(databaseOf(container), { before: change.after, after: change.before })
    }
  },
)
