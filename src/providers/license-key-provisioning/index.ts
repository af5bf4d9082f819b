import { ModuleProvider } from "@medusajs/framework/utils"
import { LicenseKeyProvisioningProvider } from "./service"

export { LicenseKeyProvisioningProvider } from "./service"
export { publicKeyOf, readLicenseKey, type License } from "./license-key"
export default ModuleProvider("serviceProvisioning", { services: [LicenseKeyProvisioningProvider] })
