import { Module } from "@medusajs/framework/utils"
import PackagesModuleService from "./service"

export const PACKAGES_MODULE = "servicePackages"

export default Module(PACKAGES_MODULE, { service: PackagesModuleService })

export type { PackagesModuleService }

export * from "./queries/bookings/holds"
export * from "./queries/bookings/live-bookings"
export * from "./queries/bookings/order-bookings"
export * from "./queries/bookings/read-variant-stocks"
export * from "./queries/bookings/stock-condition"
export * from "./queries/bookings/stock-levels"
export * from "./queries/bookings/with-stock-locked"
export * from "./queries/cart/cart-packages"
export * from "./queries/cart/read-addition"
export * from "./queries/catalog/read-line-facts"
export * from "./queries/catalog/read-recipe-book"
export * from "./queries/catalog/articles"
export * from "./queries/catalog/list-packages"
export * from "./queries/catalog/read-containers"
export * from "./queries/catalog/read-packages"
export { lockRecipes, writePackage, type PackageChange } from "./queries/catalog/write-package"
