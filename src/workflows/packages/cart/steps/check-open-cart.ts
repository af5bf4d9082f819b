import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import { createStep } from "@medusajs/framework/workflows-sdk"
import { refuse } from "../../../errors/refuse"

/** Refuses a cart that is not there, or has become an order: what is sold of a package stays as it is (P20). */
export async function checkOpenCart(container: MedusaContainer, id: string): Promise<void> {
  const [cart] = await container.resolve(Modules.CART).listCarts({ id }, { select: ["id", "completed_at"], take: 1 })
  if (!cart) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Cart with id: ${id} was not found`)
  }
  if (cart.completed_at) {
    refuse("id", "The cart has become an order")
  }
}

/** Medusa's own change of a line does not look whether the cart has been completed meanwhile. */
export const checkOpenCartStep = createStep(
  "packages-check-open-cart",
  async ({ cart_id }: { cart_id: string }, { container }) => checkOpenCart(container, cart_id),
)
