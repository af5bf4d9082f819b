import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import { refuse } from "../../../errors/refuse"

/** Refuses a cart that is not there, or has become an order: what is sold of a package stays as it is (P20). */
export async function checkOpenCart(container: MedusaContainer, id: string): Promise<void> {
  const [cart] = await container.resolve(Modules.CART).listCarts({ id }, { select: ["id", "completed_at"], take: 1 })
  refuseClosedCart(id, cart ? Boolean(cart.completed_at) : null)
}

/** `isCompleted`: null if there is no such cart. */
export function refuseClosedCart(id: string, isCompleted: boolean | null): void {
  if (isCompleted === null) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Cart with id: ${id} was not found`)
  }
  if (isCompleted) {
    refuse("id", "The cart has become an order")
  }
}
