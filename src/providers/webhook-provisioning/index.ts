import { ModuleProvider } from "@medusajs/framework/utils"
import { WebhookProvisioningProvider } from "./service"

export { WebhookProvisioningProvider } from "./service"
export default ModuleProvider("serviceProvisioning", { services: [WebhookProvisioningProvider] })
