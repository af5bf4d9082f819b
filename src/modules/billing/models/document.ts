import { model } from "@medusajs/framework/utils"
import { DOCUMENT_FORMATS } from "../../../rules/billing/states"

/** A file that was made of an invoice's stored document: once for each format, and kept in Medusa's file module. */
export const Document = model
  .define("billing_document", {
    id: model.id({ prefix: "bdoc" }).primaryKey(),
    invoice_id: model.text(),
    format: model.enum([...DOCUMENT_FORMATS]),
    /** The file module's own id of it. */
    file_id: model.text(),
    /** Of its bytes, in hexadecimal: what is handed out is compared with it. */
    sha256: model.text(),
    byte_count: model.number(),
  })
  .indexes([{ name: "IDX_billing_document_invoice_id", on: ["invoice_id", "format"], unique: true }])
