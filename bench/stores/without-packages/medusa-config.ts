import { storeWith } from "../store-config"

/** The built plugin, whose hooks are left to `src/workflows/refresh.js`. */
export default storeWith([
  {
    resolve: "../../..",
    options: {
      hooks: { leaveAlone: ["refreshCartItems.setPricingContext", "updateCartPromotions.setPromotionContext"] },
    },
  },
])
