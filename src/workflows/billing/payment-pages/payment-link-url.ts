import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { CORE_MODULE, type CoreModuleService } from "../../../modules/core"

const isAbsolute = (address: string | undefined): address is string => /^https?:\/\//i.test(address ?? "")

/** The public address of this server, from the settings alone; null: none is set. */
export function pagesUrl(container: MedusaContainer): string | null {
  const { url } = container.resolve<CoreModuleService>(CORE_MODULE).options.pages
  const config = container.resolve(ContainerRegistrationKeys.CONFIG_MODULE)
  const set = url ?? config.admin?.backendUrl
  if (isAbsolute(set)) {
    return set.replace(/\/+$/, "")
  }
  return process.env.NODE_ENV === "production" ? null : "http://localhost:9000"
}

/** The address of a payment link: the plugin's page, or the one of the storefront's own (option `pages.paymentLinkUrl`). */
export function paymentLinkUrl(container: MedusaContainer, token: string): string {
  const { paymentLinkUrl: own } = container.resolve<CoreModuleService>(CORE_MODULE).options.pages
  if (own) {
    return own.replaceAll("{token}", token)
  }
  const base = pagesUrl(container)
  if (base === null) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      "pages.url: set the public address of this server, so that links can be made",
    )
  }
  return `${base}/pages/pay/${token}`
}
