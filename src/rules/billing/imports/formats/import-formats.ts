import type { ImportFormat } from "./import-format"
import { STRIPE_FORMAT } from "./stripe-format"
import { WHMCS_FORMAT } from "./whmcs-format"
import { WOOCOMMERCE_FORMAT } from "./woocommerce-format"

/** Where a file of subscriptions is from: the own template, or what another system exports. */
export const IMPORT_FORMATS = ["template", "whmcs", "woocommerce", "stripe"] as const
export type ImportFormatName = (typeof IMPORT_FORMATS)[number]

export const FORMATS: Readonly<Record<ImportFormatName, ImportFormat>> = {
  template: { headers: {}, isStrict: true },
  whmcs: WHMCS_FORMAT,
  woocommerce: WOOCOMMERCE_FORMAT,
  stripe: STRIPE_FORMAT,
}
