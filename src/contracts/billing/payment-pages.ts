import { z } from "@medusajs/framework/zod"
import { PAYMENT_PAGE_STATES } from "../../rules/billing/states"
import { amountAnswerSchema } from "../amount"
import { id } from "../id"
import { text, word } from "../text"
import { invoiceDocumentSchema } from "./invoice-document"

/** The token of a payment link: it stands in the body alone, as addresses are logged. */
const token = word(200).min(1)

export const openPaymentPageSchema = z.strictObject({ token })
export type OpenPaymentPageBody = z.output<typeof openPaymentPageSchema>

/** Begins a payment by one of the offered providers; one press pays where its form is of the kind `charge`. */
export const payPaymentPageSchema = z.strictObject({
  token,
  provider_id: id,
  /** What the customer entered, for the provider's form. */
  fields: z.record(word(100), text(500)).default({}),
})
export type PayPaymentPageBody = z.output<typeof payPaymentPageSchema>

/** Asks the provider what came of the payment that was begun, or of an attempt that the customer has confirmed. */
export const confirmPaymentPageSchema = z.strictObject({
  token,
  /** What the provider's form takes of a confirmation: the demo's `{ confirmed: "yes" }`, Stripe's nothing. */
  fields: z.record(word(100), text(500)).default({}),
})
export type ConfirmPaymentPageBody = z.output<typeof confirmPaymentPageSchema>

export const PAYMENT_OUTCOMES = [
  "paid",
  "opened",
  "declined",
  "unavailable",
  "action_required",
  "processing",
  "nothing_owed",
] as const

export const paymentPageAnswerSchema = z.object({
  state: z.enum(PAYMENT_PAGE_STATES),
  invoice: z.object({
    number: z.string(),
    /** The date that counts; the document keeps the one that it was issued with. */
    due_on: z.string(),
    is_overdue: z.boolean(),
    paid_on: z.string().nullable(),
    currency_code: z.string(),
    total: amountAnswerSchema,
    /** What is to be paid now. */
    open: amountAnswerSchema,
    document: invoiceDocumentSchema,
  }),
  ways: z.array(
    z.object({
      provider_id: z.string(),
      kind: z.enum(["charge", "confirm", "instructions"]),
      /** Whether `fields.save_method` "yes" saves it for the renewals: the customer has to agree to that first. */
      can_save: z.boolean(),
      title: z.object({ en: z.string(), fr: z.string() }),
    }),
  ),
  /** The payment that was begun, with what the provider's own script needs, such as Stripe's `client_secret`. */
  session: z.object({ provider_id: z.string(), data: z.record(z.string(), z.string()) }).nullable(),
  transfer: z
    .object({
      holder: z.string(),
      iban: z.string().nullable(),
      bic: z.string().nullable(),
      reference: z.string(),
    })
    .nullable(),
})
export type PaymentPageAnswer = z.infer<typeof paymentPageAnswerSchema>

export const paymentOutcomeAnswerSchema = z.object({
  outcome: z.enum(PAYMENT_OUTCOMES),
  payment_page: paymentPageAnswerSchema,
})
export type PaymentOutcomeAnswer = z.infer<typeof paymentOutcomeAnswerSchema>
