const { refreshCartItemsWorkflow, updateCartPromotionsWorkflow } = require("@medusajs/medusa/core-flows")
// The very files that the store has loaded as its plugin; a second copy would take the hooks twice.
const {
  cartRooms: { billing, discounts },
  refreshCartItemsWith,
  updateCartPromotionsWith,
} = require("../../../../../.medusa/server/src/workflows/hooks")

/** What a merchant writes who wants no packages. */
const lines = refreshCartItemsWith([billing, discounts])
refreshCartItemsWorkflow.hooks.setPricingContext(lines.invoke, lines.compensate)
const amounts = updateCartPromotionsWith([billing, discounts])
updateCartPromotionsWorkflow.hooks.setPromotionContext(amounts.invoke, amounts.compensate)
