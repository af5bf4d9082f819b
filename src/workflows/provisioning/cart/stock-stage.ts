import { servicesAsked } from "../../../rules/provisioning"
import type { CartStage } from "../../cart/cart-stage"
import { checkServices, holdServices } from "../stock/hold-services"

/** Refuses what is sold out when it comes into the cart, contents of packages included; at completion it is held for the order (S9). */
export const stockStage: CartStage = {
  name: "options_and_fees",
  run: async (container, { plan, cart, pass }) => {
    const asked = servicesAsked(plan.lines.map(({ line }) => line))
    if (pass.kind === "completion") {
      return { plan, reserve: () => holdServices(container, { cartId: cart.id, asked }) }
    }
    if (pass.kind === "lines" && pass.added.size) {
      await checkServices(container, { cartId: cart.id, asked })
    }
    return { plan }
  },
}
