import { z } from "@medusajs/framework/zod"
import { isIban } from "../rules/billing/documents/transfer-reference"

const path = z.string().trim().min(1)

/** Paths of TrueType or OpenType files, one face each; `require.resolve` finds those of a package. */
const fontFilesSchema = z.strictObject({ regular: path, bold: path.optional() })

const bankAccountSchema = z.strictObject({
  iban: z.string().trim().refine(isIban, "is not an IBAN: its check digits are wrong"),
  /** Left out: the seller's name. */
  name: z.string().trim().min(1).max(70).optional(),
  bic: z.string().trim().min(8).max(11).optional(),
})

/** The section `billing.documents` of the plugin's options. */
export const documentOptionsSchema = z.strictObject({
  fonts: z
    .strictObject({
      /** Left out: DejaVu Sans. */
      main: fontFilesSchema.optional(),
      /** Asked in this order for what the main font lacks, such as Chinese. */
      fallback: z.array(fontFilesSchema).max(12).default([]),
      /** The payment part of a QR-bill. */
      qrBill: fontFilesSchema.optional(),
    })
    .prefault({}),
  /** By currency: `{ chf: { iban: "CH…" } }`. A Swiss one in CHF or EUR puts a QR-bill on what is paid by transfer. */
  bankAccounts: z.record(z.string().length(3).toLowerCase(), bankAccountSchema).default({}),
  /** "factur-x", which needs the package `@e-invoice-eu/core`, or a format that was registered. */
  eInvoice: z.string().trim().min(1).default("none"),
})
