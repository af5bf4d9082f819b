import { z } from "@medusajs/framework/zod"
import { CURRENT_AFTER } from "../rules/customers/states"

/** The options of the customers room: the section `customers` of the plugin's options. */
export const customersOptionsSchema = z.strictObject({
  /** Where phone numbers without a country code are dialled. Left out: the seller's country. */
  phoneCountry: z.string().length(2).toLowerCase().optional(),
  /** What makes a potential customer current: their first order, their first payment, or an admin alone (C7). */
  currentAfter: z.enum(CURRENT_AFTER).default("order"),
  /** A lead that nobody has touched for so many days is stale (C7). */
  staleAfterDays: z.number().int().min(1).max(3650).default(30),
  /** For how many years issued invoices are kept when a customer is erased (C9). */
  keepInvoicesYears: z.number().int().min(0).max(100).default(10),
})
