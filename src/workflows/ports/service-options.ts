import type { MedusaContainer } from "@medusajs/framework/types"
import type { Decimal } from "../../rules/money"
import { createPort } from "./create-port"

/** What a buyer has chosen of a service's options, with what it costs one unit. */
export interface ServiceOption {
  key: string
  value: string | number | boolean
  /** What its line is called. */
  title: string
  /** For each bill. */
  amount: Decimal
  /** Once, with the order. */
  setupFee: Decimal
}

export type ChosenServiceOptions =
  { ok: true; options: ServiceOption[] } | { ok: false; problem: { field: string; reason: string } }

/** A sale of which options may be chosen. */
export interface LineWithOptions {
  id: string
  productId: string
  variantId: string
  /** What was sent, whatever it is; undefined: nothing. */
  values: unknown
  /** Leaves out what the product has no option for, instead of refusing it. */
  leavesOut?: boolean
}

/** What may be chosen of services, and what it costs (S3). Used by billing. */
export interface ServiceOptions {
  /** By line id; lines of products without options that choose nothing are left out. */
  ofLines: (
    container: MedusaContainer,
    lines: readonly LineWithOptions[],
    currencyCode: string,
  ) => Promise<Map<string, ChosenServiceOptions>>
  /** What may be chosen of products, with the prices of one currency, by product id. */
  ofProducts: (
    container: MedusaContainer,
    productIds: readonly string[],
    currencyCode: string,
  ) => Promise<Map<string, OfferedOption[]>>
}

/** An option as a storefront shows it. */
export interface OfferedOption {
  key: string
  kind: "choice" | "text" | "number" | "quantity" | "yes_no"
  label: string
  is_required: boolean
  min: number | null
  max: number | null
  step: number | null
  choices: { key: string; label: string }[]
  prices: { choice: string | null; variant_id: string; amount: Decimal; setup_fee: Decimal }[]
}

export const serviceOptions = createPort<ServiceOptions>("what may be chosen of services")
