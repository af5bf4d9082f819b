import { contentLineOf, percentLineOf, percentStage } from "../../../rules/packages"
import type { CartStage } from "../../cart/cart-stage"
import { loadCartArticles } from "./load-cart-articles"

/** Percent articles (P11), when everything that they count has its price. */
export const percentArticlesStage: CartStage = {
  name: "percent_articles",
  run: async (container, { plan, cart }) => {
    const payloads = plan.lines.map(({ identity }) => identity?.payload)
    const contents = payloads.flatMap((payload) => {
      const content = contentLineOf(payload)
      return content?.reason === "percentage" ? [content] : []
    })
    if (!contents.length && !payloads.some((payload) => percentLineOf(payload))) {
      return { plan }
    }
    const variants = contents.map(({ product_id, variant_id }) => ({ productId: product_id, variantId: variant_id }))
    return { plan: percentStage(plan, await loadCartArticles(container, cart, variants)) }
  },
}
