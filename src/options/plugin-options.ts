import { z } from "@medusajs/framework/zod"
import { billingOptionsSchema } from "./billing-options"
import { CORE_HOOKS } from "./core-hooks"

const isTimeZone = (value: string): boolean => {
  try {
    new Intl.DateTimeFormat("en", { timeZone: value })
    return true
  } catch {
    return false
  }
}

const text = z.string().trim().min(1)

/** The seller as shown on every document (B52). */
const sellerSchema = z.strictObject({
  name: text,
  address_1: text.optional(),
  address_2: text.optional(),
  postal_code: text.optional(),
  city: text.optional(),
  province: text.optional(),
  country_code: z.string().length(2).toLowerCase().optional(),
  vat_number: text.optional(),
  email: z.email().optional(),
})

/** Shared by all rooms. */
const shared = {
  /** IANA name of the zone whose calendar dates bill. */
  timeZone: z.string().refine(isTimeZone, "is not an IANA time zone such as Europe/Zurich").default("UTC"),
  seller: sellerSchema.default({ name: "Your company" }),
  /** Lets an admin push the store's date forward. Never in production. */
  demoClock: z.boolean().default(false),
  /** `false` leaves every core hook to the merchant; or name those to leave alone, e.g. `["addToCart.validate"]`. */
  hooks: z.union([z.boolean(), z.strictObject({ leaveAlone: z.array(z.enum(CORE_HOOKS)) })]).default(true),
}

/**
 * The plugin's options in `medusa-config.ts`: shared ones at the top, and a section for each room with options of its
 * own. An error here stops the boot and names the option.
 */
export const pluginOptionsSchema = z.strictObject({ ...shared, billing: billingOptionsSchema.prefault({}) })

export type PluginOptions = z.output<typeof pluginOptionsSchema>
export type PluginOptionsInput = z.input<typeof pluginOptionsSchema>

/** The options that have a section of their own. */
export type OptionSection = "billing"
export type SharedOptions = Omit<PluginOptions, OptionSection>
/** What a room goes by: the shared options and its own. */
export type BillingOptions = SharedOptions & PluginOptions["billing"]
