import { z } from "@medusajs/framework/zod"
import { checkInvoiceNumberFormat } from "../../rules/billing/invoices/check-invoice-number-format"
import { COLLECTION_METHODS } from "../../rules/billing/states"

const isTimeZone = (value: string): boolean => {
  try {
    new Intl.DateTimeFormat("en", { timeZone: value })
    return true
  } catch {
    return false
  }
}

const text = z.string().trim().min(1)

/** The core hooks that this plugin handles, by the name under which a merchant may leave one alone. */
export const CORE_HOOKS = [
  "addToCart.validate",
  "updateLineItemInCart.validate",
  "createCart.validate",
  "refreshCartItems.setPricingContext",
  "updateCartPromotions.setPromotionContext",
  "completeCart.validate",
  "deleteProducts.productsDeleted",
  "deleteProductVariants.productVariantsDeleted",
] as const
export type CoreHook = (typeof CORE_HOOKS)[number]

/** The seller as it stands on every invoice (B52). */
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

/** The plugin's options, as they stand in `medusa-config.ts`. An error here stops the boot and names the option. */
export const optionsSchema = z.strictObject({
  /** IANA name of the zone whose calendar dates bill. */
  timeZone: z.string().refine(isTimeZone, "is not an IANA time zone such as Europe/Zurich").default("UTC"),
  seller: sellerSchema.default({ name: "Your company" }),
  invoiceSeries: z
    .string()
    .regex(/^[A-Z0-9]{1,12}$/, "takes 1 to 12 capital letters and digits")
    .default("INV"),
  /** `{series}`, `{year}`, `{sequence}` or `{sequence:6}` (padded) are filled in. */
  invoiceNumberFormat: z
    .string()
    .superRefine((format, context) => {
      const problem = checkInvoiceNumberFormat(format)
      if (problem) {
        context.addIssue({ code: "custom", message: problem })
      }
    })
    .default("{series}-{sequence:6}"),
  /** Which state of the first payment starts a subscription. */
  activateOn: z.enum(["authorized", "captured"]).default("authorized"),
  /** What a full refund of the first order does to its subscription. */
  onFirstOrderRefund: z.enum(["cancel", "keep"]).default("cancel"),
  /** Whether a visitor without an account may buy what renews. */
  guestSubscriptions: z.enum(["refuse", "send_invoice"]).default("refuse"),
  collectionMethod: z.enum(COLLECTION_METHODS).default("charge_automatically"),
  /** Days before the due date on which a `send_invoice` renewal is issued (B30). */
  invoiceDaysBefore: z.number().int().min(0).max(365).default(7),
  /** After a downtime: each missed cycle, or the current one with the earlier ones skipped (B35). */
  catchUp: z.enum(["each", "current"]).default("each"),
  /** The most cycles of one subscription that one run bills. */
  catchUpLimit: z.number().int().min(1).max(120).default(12),
  batchSize: z.number().int().min(1).max(1000).default(250),
  /** Charges under way at once in one process. */
  chargeConcurrency: z.number().int().min(1).max(32).default(8),
  /** After so many seconds without a sign, another worker takes over a dead worker's batch. */
  claimSeconds: z.number().int().min(1).max(3600).default(60),
  /** Lets an admin push the date forward. Never in production. */
  demoClock: z.boolean().default(false),
  /** `false` leaves every core hook to the merchant; or name those to leave alone, e.g. `["addToCart.validate"]`. */
  hooks: z.union([z.boolean(), z.strictObject({ leaveAlone: z.array(z.enum(CORE_HOOKS)) })]).default(true),
})

export type BillingOptions = z.output<typeof optionsSchema>
export type BillingOptionsInput = z.input<typeof optionsSchema>

/** Validates the plugin's options. Throws an Error whose message names each wrong option and why. */
export function parseOptions(input: unknown): BillingOptions {
  // Medusa adds the connection of the module's database to a module's own options.
  const { database: _database, ...own } = (input ?? {}) as Record<string, unknown>
  const result = optionsSchema.safeParse(own)
  if (result.success) {
    return result.data
  }
  const problems = result.error.issues.map((issue) => `  ${issue.path.join(".") || "options"}: ${issue.message}`)
  throw new Error(`medusa-service-commerce: these options are not valid\n${problems.join("\n")}`)
}
