import { model } from "@medusajs/framework/utils"
import { PAYMENT_LINK_PURPOSES } from "../../../rules/billing/states"

/** A link that opens one invoice on the payment page. The token in it is kept nowhere, only its hash. */
export const PaymentLink = model
  .define("billing_payment_link", {
    id: model.text().primaryKey(),
    invoice_id: model.text(),
    /** SHA-256 of the token, in hexadecimal. */
    token_hash: model.text(),
    made_for: model.enum([...PAYMENT_LINK_PURPOSES]),
    /** Who made it. */
    actor: model.text(),
    as_of: model.text(),
    /** The last day on which it is good. */
    expires_on: model.text(),
    revoked_on: model.text().nullable(),
    revoked_by: model.text().nullable(),
    /** How often somebody paid, or tried to, by it. Opening it is no use: mail scanners open every link. */
    uses: model.number().default(0),
    last_used_at: model.dateTime().nullable(),
  })
  .indexes([
    { name: "IDX_billing_payment_link_token_hash", on: ["token_hash"], unique: true },
    { name: "IDX_billing_payment_link_invoice_id", on: ["invoice_id"] },
    {
      name: "IDX_billing_payment_link_single_copy",
      on: ["invoice_id"],
      unique: true,
      where: "made_for = 'copy' AND revoked_on IS NULL",
    },
  ])
