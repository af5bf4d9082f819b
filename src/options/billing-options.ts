import { z } from "@medusajs/framework/zod"
import { checkDunningSettings } from "../rules/billing/dunning/check-dunning-settings"
import { DUNNING_DEFAULTS, LAST_ACTIONS, LATE_PAYMENTS } from "../rules/billing/dunning/dunning-settings"
import { checkInvoiceNumberFormat } from "../rules/billing/invoices/check-invoice-number-format"
import { invoiceNumber } from "../rules/billing/invoices/invoice-number"
import { RENEWAL_SHIPPING } from "../rules/billing/renewals/parcels/renewal-shipping"
import { PERCENT } from "../rules/billing/changes/percent"
import { COLLECTION_METHODS, CUSTOMER_CHANGES, RETENTION_KINDS } from "../rules/billing/states"
import { documentOptionsSchema } from "./document-options"

const dunningSchema = z
  .strictObject({
    /** Days after the due date on which a declined charge is tried again. */
    retryAfterDays: z
      .array(z.number())
      .max(60)
      .default([...DUNNING_DEFAULTS.retryAfterDays]),
    /** After the last try, where the step of that name is turned off. */
    afterLastTry: z.enum(LAST_ACTIONS).default(DUNNING_DEFAULTS.afterLastTry),
    /** Days after the due date; -1: never. */
    suspendAfterDays: z.number().default(DUNNING_DEFAULTS.suspendAfterDays),
    terminateAfterDays: z.number().default(DUNNING_DEFAULTS.terminateAfterDays),
    /** From which date a late payment renews. */
    latePayment: z.enum(LATE_PAYMENTS).default(DUNNING_DEFAULTS.latePayment),
  })
  .superRefine((settings, context) => {
    for (const { field, message } of checkDunningSettings(settings)) {
      context.addIssue({ code: "custom", path: [field], message })
    }
  })

const retentionSchema = z.strictObject({
  offer: z.enum(RETENTION_KINDS).default("none"),
  pauseDays: z.number().int().min(1).max(3650).default(30),
  /** Of the price, for so many cycles. */
  percent: z.string().regex(PERCENT, "takes a percentage above 0, up to 100").default("20"),
  cycles: z.number().int().min(1).max(120).default(3),
})

/** The options of the billing room: the section `billing` of the plugin's options. */
export const billingOptionsSchema = z
  .strictObject({
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
    /** Credit notes have a series of their own (B51). */
    creditNoteSeries: z
      .string()
      .regex(/^[A-Z0-9]{1,12}$/, "takes 1 to 12 capital letters and digits")
      .default("CN"),
    creditNoteNumberFormat: z
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
    /** What customers may change of their own subscriptions. */
    customerChanges: z.array(z.enum(CUSTOMER_CHANGES)).default(["quantity", "cycle", "addresses", "cancel"]),
    /** How long a customer may pause at the most. */
    customerPauseDays: z.number().int().min(1).max(3650).default(90),
    /** What those who want to cancel are offered instead; an admin's saved settings win over these. */
    retention: retentionSchema.prefault({}),
    collectionMethod: z.enum(COLLECTION_METHODS).default("charge_automatically"),
    /** Days before the due date on which a `send_invoice` renewal is issued (B30). */
    invoiceDaysBefore: z.number().int().min(0).max(365).default(7),
    /** Puts all that a customer owes on a day in a currency on one invoice (B30); an admin's saved setting wins over it. */
    oneInvoiceADay: z.boolean().default(false),
    /** What a renewal of goods costs to ship: the option's price of today, the price of the first order, or nothing. */
    renewalShipping: z.enum(RENEWAL_SHIPPING).default("current"),
    /** After a downtime: each missed cycle, or the current one with the earlier ones skipped (B35). */
    catchUp: z.enum(["each", "current"]).default("each"),
    /** The most cycles of one subscription that one run bills. */
    catchUpLimit: z.number().int().min(1).max(120).default(12),
    /** What happens while something is overdue; an admin's saved settings win over these. */
    dunning: dunningSchema.prefault({}),
    /** What documents are drawn with, where transfers go to, and which e-invoice is made (B52). */
    documents: documentOptionsSchema.prefault({}),
    batchSize: z.number().int().min(1).max(1000).default(250),
    /** Charges under way at once in one process. */
    chargeConcurrency: z.number().int().min(1).max(32).default(8),
    /** Seconds after which another worker takes over the batch of a crashed worker. */
    claimSeconds: z.number().int().min(1).max(3600).default(60),
  })
  .superRefine((options, context) => {
    if (options.creditNoteSeries === options.invoiceSeries) {
      context.addIssue({
        code: "custom",
        path: ["creditNoteSeries"],
        message: "takes another series than invoiceSeries",
      })
    } else if (
      firstNumber(options.creditNoteNumberFormat, options.creditNoteSeries) ===
      firstNumber(options.invoiceNumberFormat, options.invoiceSeries)
    ) {
      context.addIssue({
        code: "custom",
        path: ["creditNoteNumberFormat"],
        message: "makes the numbers that invoices have: put {series} into it",
      })
    }
  })

/** A wrong format is told of by itself. */
const firstNumber = (format: string, series: string): string =>
  checkInvoiceNumberFormat(format) ? `${series} ${format}` : invoiceNumber(format, { series, year: 2026, sequence: 1 })
