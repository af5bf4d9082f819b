import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { CORE_MODULE, type CoreModuleService } from "../../../modules/core"
import { normalEmail } from "../../../rules/cart"
import type { CheckedCart } from "../find-active-rooms"

/**
 * Gives a cart to the guest of its e-mail address where Medusa has given it to the account of that address (decision
 * 0009), inside the cart's lock and before it is priced. Returns whether the account keeps it: an option. Nothing undoes
 * it: a workflow that fails later restores the cart's former customer itself.
 */
export async function bindGuest(
  container: MedusaContainer,
  cartId: string,
  { isBoundByEmail, email }: Pick<CheckedCart, "isBoundByEmail" | "email">,
): Promise<boolean> {
  if (!isBoundByEmail || container.resolve<CoreModuleService>(CORE_MODULE).options.emailBinding === "account") {
    return isBoundByEmail
  }
  const customer_id = email === null ? null : await guestOf(container, email)
  await container.resolve(Modules.CART).updateCarts(cartId, { customer_id })
  return false
}

/** The guest's row of an e-mail address, beside the account that has the same one; created where there is none. */
export async function guestOf(container: MedusaContainer, email: string): Promise<string> {
  return (await findGuest(container, email)) ?? createGuest(container, email)
}

async function findGuest(container: MedusaContainer, email: string): Promise<string | null> {
  const wanted = { email: normalEmail(email), has_account: false }
  const [customer] = await container.resolve(Modules.CUSTOMER).listCustomers(wanted, { select: ["id"], take: 1 })
  return customer?.id ?? null
}

async function createGuest(container: MedusaContainer, email: string): Promise<string> {
  try {
    return (await container.resolve(Modules.CUSTOMER).createCustomers({ email: normalEmail(email) })).id
  } catch (error) {
    // Another cart of the same guest was quicker.
    const guest = await findGuest(container, email)
    if (guest === null) {
      throw error
    }
    return guest
  }
}
