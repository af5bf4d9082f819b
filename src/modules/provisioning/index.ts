import { Module } from "@medusajs/framework/utils"
import loadProviders from "./loaders/load-providers"
import ProvisioningModuleService from "./service"

export const PROVISIONING_MODULE = "serviceProvisioning"

export default Module(PROVISIONING_MODULE, { service: ProvisioningModuleService, loaders: [loadProviders] })

export type { ProvisioningModuleService }
export type { ProvisioningRoom } from "./service"
export type { Sealed, Vault } from "./vault"

export * from "./queries/delivery/claim-calls"
export * from "./queries/delivery/finish-call"
export * from "./queries/delivery/leave-server"
export * from "./queries/delivery/list-calls"
export * from "./queries/delivery/wake-calls"
export * from "./queries/options/option-sets"
export * from "./queries/products/products"
export * from "./queries/servers/compare-servers"
export * from "./queries/servers/servers"
export * from "./queries/services/erase-services"
export * from "./queries/services/list-services"
export * from "./queries/services/provisioned-lines"
export * from "./queries/services/lock-services"
export * from "./queries/services/service-row"
export * from "./queries/services/write-services"
export * from "./queries/stock/service-stock"
