import { ModuleProvider } from "@medusajs/framework/utils"
import { ManualProvisioningProvider } from "./service"

export { ManualProvisioningProvider } from "./service"
export default ModuleProvider("serviceProvisioning", { services: [ManualProvisioningProvider] })
