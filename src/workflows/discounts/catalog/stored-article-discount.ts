import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import {
  DISCOUNTS_MODULE,
  type DiscountsModuleService,
  readArticleDiscounts,
  type StoredArticleDiscount,
} from "../../../modules/discounts"

/** A discount as it is stored. Throws NOT_FOUND where there is none. */
export async function storedArticleDiscount(container: MedusaContainer, id: string): Promise<StoredArticleDiscount> {
  const { knex } = container.resolve<DiscountsModuleService>(DISCOUNTS_MODULE).db
  const [stored] = await readArticleDiscounts(knex, [id])
  if (!stored) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Article discount with id: ${id} was not found`)
  }
  return stored
}
