import { contentLineOf, percentLineOf, percentStage } from "../../../rules/packages"
import type { CartStage } from "../../cart/cart-stage"
import { loadCartVariants } from "./load-cart-variants"

/** Percent articles (P11), when everything that they count has its price. */
export const percentArticlesStage: CartStage = {
  name: "percent_articles",
  run: async (container, { plan, cart, memory }) => {
    const payloads = plan.lines.map(({ identity }) => identity?.payload)
    const contents = payloads.flatMap((payload) => {
      const content = contentLineOf(payload)
      return content?.reason === "percentage" ? [content] : []
    })
    if (!contents.length && !payloads.some((payload) => percentLineOf(payload))) {
      return { plan }
    }
    const variants = contents.map(({ product_id, variant_id }) => ({ productId: product_id, variantId: variant_id }))
    const { articles } = await loadCartVariants(container, { cart, memory }, variants)
    return { plan: percentStage(plan, articles) }
  },
}
