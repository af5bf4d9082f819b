import { PROVISIONING_MODULE, type ProvisioningModuleService } from "../../../modules/provisioning"
import type { DeliveryProviders } from "../../ports/delivery-providers"

/** The providers that an offer may name (B1). */
export const activeProviders: DeliveryProviders = {
  ids: (container) => container.resolve<ProvisioningModuleService>(PROVISIONING_MODULE).room.providerIds,
}
