import { ModuleProvider } from "@medusajs/framework/utils"
import { PterodactylProvisioningProvider } from "./service"

export { PterodactylProvisioningProvider } from "./service"
export default ModuleProvider("serviceProvisioning", { services: [PterodactylProvisioningProvider] })
