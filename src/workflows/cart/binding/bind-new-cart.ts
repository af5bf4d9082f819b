import type { MedusaContainer } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import { accountByEmail, CORE_MODULE, type CoreModuleService, recordEmailBinding } from "../../../modules/core"
import { guestOf } from "./bind-guest"

/** Whose a new cart is, where its e-mail address is that of an account. */
export type NewCartBinding =
  /** The guest with that address. */
  | { kind: "guest"; customerId: string }
  /** The account keeps it: the cart has this id, and its record stands already. */
  | { kind: "account"; cartId: string }

/**
 * Decides whose a cart becomes that a visitor creates with an e-mail address, before Medusa creates and prices it
 * (decision 0009). Null: the address has no account, and Medusa decides alone.
 */
export async function bindNewCart(container: MedusaContainer, email: string): Promise<NewCartBinding | null> {
  const { db, options } = container.resolve<CoreModuleService>(CORE_MODULE)
  const accountId = await accountByEmail(db.knex, email)
  if (accountId === null) {
    return null
  }
  if (options.emailBinding === "guest") {
    return { kind: "guest", customerId: await guestOf(container, email) }
  }
  const cartId = generateEntityId(undefined, "cart")
  await recordEmailBinding(db.knex, cartId, accountId)
  return { kind: "account", cartId }
}
