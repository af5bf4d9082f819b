import { deleteServiceHolds, HAS_SERVICE_STOCK, PROVISIONING_MODULE } from "../../../modules/provisioning"
import type { ProvisioningModuleService } from "../../../modules/provisioning"
import type { CartRoom } from "../../cart/cart-stage"
import type { HeldServices } from "../stock/hold-services"
import { stockStage } from "./stock-stage"

/** Provisioning's stage for carts: what there may be no more of is not ordered (S9). */
export const provisioningCart: CartRoom = {
  room: "provisioning",
  condition: () => HAS_SERVICE_STOCK,
  payload: null,
  stages: [stockStage],
  release: async (container, held) => {
    const { knex } = container.resolve<ProvisioningModuleService>(PROVISIONING_MODULE).db
    await deleteServiceHolds(knex, (held as HeldServices).holds)
  },
}
