import type { MedusaRequest } from "@medusajs/framework/http"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { CORE_MODULE, type CoreModuleService } from "../../modules/core"
import type { PageSeller } from "../../pages/base/draw-page"
import { pageKey } from "../../pages/base/session-value"
import { pagesUrl } from "../../workflows/billing/payment-pages/payment-link-url"

/** What every page of a store has in common. */
export interface PageContext {
  seller: PageSeller
  storefrontUrl: string | null
  /** Whether customers reach this server by https. */
  isSecure: boolean
}

export function pageContext(req: MedusaRequest): PageContext {
  const { seller, pages } = req.scope.resolve<CoreModuleService>(CORE_MODULE).options
  const city = [seller.postal_code, seller.city].filter(Boolean).join(" ")
  const lines = [seller.name, seller.address_1, seller.address_2, city, seller.vat_number]
  return {
    seller: {
      name: seller.name,
      lines: lines.filter((line): line is string => Boolean(line)),
      email: seller.email ?? null,
    },
    storefrontUrl: pages.storefrontUrl ?? null,
    isSecure: pagesUrl(req.scope)?.startsWith("https://") ?? false,
  }
}

/** The key that signs sessions and forms of pages: from the option `pages.secret`, else from Medusa's own secret. */
export function signingKey(req: MedusaRequest): Buffer {
  const { secret } = req.scope.resolve<CoreModuleService>(CORE_MODULE).options.pages
  const { http } = req.scope.resolve(ContainerRegistrationKeys.CONFIG_MODULE).projectConfig
  const given = secret ?? http.cookieSecret ?? (typeof http.jwtSecret === "string" ? http.jwtSecret : undefined)
  if (!given) {
    throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, "pages.secret: set it, or Medusa's cookieSecret")
  }
  return pageKey(String(given))
}
