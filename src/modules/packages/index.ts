import { Module } from "@medusajs/framework/utils"
import PackagesModuleService from "./service"

export const PACKAGES_MODULE = "servicePackages"

export default Module(PACKAGES_MODULE, { service: PackagesModuleService })

export type { PackagesModuleService }
