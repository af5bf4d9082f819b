import { storeWith } from "../store-config"

/** The built plugin, whose hook is left to `src/workflows/promotions.js`. */
export default storeWith([
  { resolve: "../../..", options: { hooks: { leaveAlone: ["updateCartPromotions.setPromotionContext"] } } },
])
