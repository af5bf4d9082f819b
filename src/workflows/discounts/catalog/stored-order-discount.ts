import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import {
  DISCOUNTS_MODULE,
  type DiscountsModuleService,
  readOrderDiscounts,
  type StoredOrderDiscount,
} from "../../../modules/discounts"

/** An order discount as it is stored. Throws NOT_FOUND where there is none. */
export async function storedOrderDiscount(container: MedusaContainer, id: string): Promise<StoredOrderDiscount> {
  const { knex } = container.resolve<DiscountsModuleService>(DISCOUNTS_MODULE).db
  const [stored] = await readOrderDiscounts(knex, [id])
  if (!stored) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Order discount with id: ${id} was not found`)
  }
  return stored
}
