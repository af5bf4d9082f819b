import { z } from "@medusajs/framework/zod"
import { COLLECTION_METHODS, INTERVAL_UNITS } from "../../rules/billing/states"
import type { BillingLine } from "../../rules/billing/cart/billing-line"

const interval = z.strictObject({ unit: z.enum(INTERVAL_UNITS), count: z.number().int().positive() })
const period = z.strictObject({ start: z.string(), end: z.string() })
const fee = z.string().nullable()

const terms = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("free"), duration: interval.nullable(), setupFee: z.null() }),
  z.strictObject({ kind: z.literal("lifetime"), setupFee: fee }),
  z.strictObject({
    kind: z.literal("recurring"),
    interval,
    setupFee: fee,
    trialDays: z.number().int().nonnegative(),
    collectionMethod: z.enum(COLLECTION_METHODS).nullable(),
    cycleLimit: z.number().int().positive().optional(),
    billingDay: z.strictObject({ day: z.number().int().positive(), month: z.number().int().positive() }).optional(),
    firstPeriod: z.strictObject({ period, whole: period }).optional(),
    minimumTerm: interval.optional(),
    notice: interval.optional(),
  }),
])

/** Billing's section of a line record's payload: checked when it is written, and again when it is read. */
export const billingLineSchema: z.ZodType<BillingLine> = z.strictObject({
  offer_id: z.string().min(1),
  cycle_id: z.string().min(1),
  terms,
})
