const { updateCartPromotionsWorkflow } = require("@medusajs/medusa/core-flows")
// The very files that the store has loaded as its plugin; a second copy would take the hooks twice.
const { cartRooms, updateCartPromotionsWith } = require("../../../../../.medusa/server/src/workflows/hooks")

/** What a merchant writes who wants billing's part alone. */
const { invoke, compensate } = updateCartPromotionsWith([cartRooms.billing])
updateCartPromotionsWorkflow.hooks.setPromotionContext(invoke, compensate)
