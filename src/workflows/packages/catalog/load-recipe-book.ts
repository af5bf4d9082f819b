import type { MedusaContainer } from "@medusajs/framework/types"
import { PACKAGES_MODULE, type PackagesModuleService, readRecipeBook } from "../../../modules/packages"
import type { RecipeBook } from "../../../rules/packages"

/**
 * The recipes of these products and of all packages in them: one statement whatever the depth. Products that are no
 * packages are not in the book.
 */
export async function loadRecipeBook(container: MedusaContainer, productIds: string[]): Promise<RecipeBook> {
  return readRecipeBook(container.resolve<PackagesModuleService>(PACKAGES_MODULE).db.knex, productIds)
}
