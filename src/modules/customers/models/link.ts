import { model } from "@medusajs/framework/utils"

/** A quick-order link. Its token is shown once, and only the token's hash is here (C20). */
export const Link = model
  .define("customers_link", {
    id: model.id({ prefix: "clink" }).primaryKey(),
    profile_id: model.text(),
    /** SHA-256 in hexadecimal. */
    token_hash: model.text(),
    expires_at: model.dateTime(),
    revoked_at: model.dateTime().nullable(),
    /** When a newer link of the same profile took its place. */
    replaced_at: model.dateTime().nullable(),
    created_by: model.text().nullable(),
  })
  .indexes([
    { name: "IDX_customers_link_token_hash", on: ["token_hash"], unique: true },
    {
      name: "IDX_customers_link_live",
      on: ["profile_id"],
      unique: true,
      where: "revoked_at IS NULL AND replaced_at IS NULL",
    },
    { name: "IDX_customers_link_profile_id", on: ["profile_id", "created_at"] },
  ])
