import { z } from "@medusajs/framework/zod"
import { isIP } from "node:net"
import { billingOptionsSchema } from "./billing-options"
import { CORE_HOOKS } from "./core-hooks"
import { customersOptionsSchema } from "./customers-options"
import { packagesOptionsSchema } from "./packages-options"
import { pagesOptionsSchema } from "./pages-options"
import { provisioningOptionsSchema } from "./provisioning-options"
import { salesOptionsSchema } from "./sales-options"

const isTimeZone = (value: string): boolean => {
  try {
    new Intl.DateTimeFormat("en", { timeZone: value })
    return true
  } catch {
    return false
  }
}

const text = z.string().trim().min(1)

/** An address, or a network: "198.51.100.7", "198.51.100.0/24", "2001:db8::/32". */
function isNetwork(value: string): boolean {
  const [address = "", length, ...rest] = value.split("/")
  const longest = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1
  const isLength = length === undefined || (/^\d{1,3}$/.test(length) && Number(length) <= longest)
  return longest > 0 && isLength && rest.length === 0
}

/** How often one customer, and one address, may ask what a payment provider is asked for, in so many minutes. */
const askLimitsSchema = z.strictObject({
  perCustomer: z.number().int().min(1).max(10_000).default(10),
  perAddress: z.number().int().min(1).max(100_000).default(30),
  minutes: z.number().int().min(1).max(1440).default(60),
})

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
  /** Lets an admin push the store's date forward. Refused where NODE_ENV is "production". */
  demoClock: z.boolean().default(false),
  /** Limits on saving payment methods, and on whatever else asks a provider. */
  askLimits: askLimitsSchema.prefault({}),
  /**
   * Addresses and networks of proxies outside of private networks, such as a CDN's, whose `X-Forwarded-For` is believed.
   */
  trustedProxies: z
    .array(z.string().refine(isNetwork, "is not an address or a network such as 198.51.100.0/24"))
    .default([]),
  /** Says that `demoClock` is meant with NODE_ENV "production", as in a public demo store. */
  demoClockInProduction: z.boolean().default(false),
  /**
   * Whose a cart becomes when a visitor types the e-mail address of an account into it: a guest's, or the account's, as
   * Medusa has it. With "account", groups, trials, limits, subscriptions and saved methods still need the log-in.
   */
  emailBinding: z.enum(["guest", "account"]).default("guest"),
  /** `false` leaves every core hook to the merchant; or name those to leave alone, e.g. `["addToCart.validate"]`. */
  hooks: z.union([z.boolean(), z.strictObject({ leaveAlone: z.array(z.enum(CORE_HOOKS)) })]).default(true),
}

/**
 * The plugin's options in `medusa-config.ts`: shared ones at the top, and a section for each room with options of its
 * own. An error here stops the boot and names the option.
 */
export const pluginOptionsSchema = z
  .strictObject({
    ...shared,
    billing: billingOptionsSchema.prefault({}),
    customers: customersOptionsSchema.prefault({}),
    packages: packagesOptionsSchema.prefault({}),
    pages: pagesOptionsSchema.prefault({}),
    provisioning: provisioningOptionsSchema.prefault({}),
    sales: salesOptionsSchema.prefault({}),
  })
  .superRefine(({ demoClock, demoClockInProduction }, context) => {
    if (demoClock && !demoClockInProduction && process.env.NODE_ENV === "production") {
      context.addIssue({
        code: "custom",
        path: ["demoClock"],
        message: 'lets an admin move the date that bills: not with NODE_ENV "production", or say demoClockInProduction',
      })
    }
  })

export type PluginOptions = z.output<typeof pluginOptionsSchema>
export type PluginOptionsInput = z.input<typeof pluginOptionsSchema>

/** The options that have a section of their own. */
export const OPTION_SECTIONS = ["billing", "customers", "packages", "pages", "provisioning", "sales"] as const
export type OptionSection = (typeof OPTION_SECTIONS)[number]
export type SharedOptions = Omit<PluginOptions, OptionSection>
/** What a room goes by: the shared options and its own. */
export type BillingOptions = SharedOptions & PluginOptions["billing"]
export type CustomersOptions = SharedOptions & PluginOptions["customers"]
export type PackagesOptions = SharedOptions & PluginOptions["packages"]
export type SalesOptions = SharedOptions & PluginOptions["sales"]
export type PagesOptions = PluginOptions["pages"]
export type ProvisioningOptions = PluginOptions["provisioning"]
