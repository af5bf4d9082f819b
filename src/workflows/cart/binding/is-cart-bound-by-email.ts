import type { MedusaContainer } from "@medusajs/framework/types"
import { CORE_MODULE, type CoreModuleService, readCartBuyers } from "../../../modules/core"
import { isBoundByEmail } from "../../../rules/cart"
import type { MedusaCart } from "../medusa-cart"

/** Whether an e-mail address has given a cart to an account, outside the passes. A guest's cart costs no query. */
export async function isCartBoundByEmail(
  container: MedusaContainer,
  { id, customer_id, customer }: Pick<MedusaCart, "id" | "customer_id" | "customer">,
): Promise<boolean> {
  const accountId = customer?.has_account === false ? null : (customer?.id ?? customer_id ?? null)
  if (accountId === null) {
    return false
  }
  const { knex } = container.resolve<CoreModuleService>(CORE_MODULE).db
  return isBoundByEmail({ accountId, buyer: (await readCartBuyers(knex, [id])).get(id) ?? null })
}
