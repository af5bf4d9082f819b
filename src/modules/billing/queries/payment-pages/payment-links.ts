import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { PaymentLinkPurpose } from "../../../../rules/billing"
import type { CivilDate } from "../../../../rules/calendar"

export interface NewPaymentLink {
  id: string
  invoice_id: string
  token_hash: string
  made_for: PaymentLinkPurpose
  actor: string
  as_of: CivilDate
  expires_on: CivilDate
}

export interface PaymentLinkRecord extends NewPaymentLink {
  revoked_on: CivilDate | null
  revoked_by: string | null
  uses: number
  last_used_at: Date | null
  created_at: Date
}

const TABLE = "billing_payment_link"
const COLUMNS = [
  "id",
  "invoice_id",
  "token_hash",
  "made_for",
  "actor",
  "as_of",
  "expires_on",
  "revoked_on",
  "revoked_by",
  "uses",
  "last_used_at",
  "created_at",
] as const

/** Links in mails that stay good beside each other; an older one is revoked. */
const MOST_IN_MAILS = 20

/**
 * Writes a link. One that is to be copied takes the place of the one before it; of those in mails, the latest stay good. The
 * invoice's payment row is locked, so that two at once leave one.
 */
export async function insertPaymentLink(trx: Knex, link: NewPaymentLink): Promise<void> {
  await trx("billing_invoice_payment").where({ invoice_id: link.invoice_id }).forUpdate().first("invoice_id")
  const good = trx(TABLE)
    .select("id")
    .where({ invoice_id: link.invoice_id, made_for: link.made_for })
    .whereNull("revoked_on")
    .whereNull("deleted_at")
    .orderBy([
      { column: "created_at", order: "desc" },
      { column: "id", order: "desc" },
    ])
    .offset(link.made_for === "mail" ? MOST_IN_MAILS - 1 : 0)
  await trx(TABLE)
    .whereIn("id", good)
    .update({ revoked_on: link.as_of, revoked_by: link.actor, updated_at: trx.fn.now() })
  await trx(TABLE).insert({ ...link })
}

/** The link of a token, by its hash, good or not. */
export async function findPaymentLinkByHash(knex: Knex, tokenHash: string): Promise<PaymentLinkRecord | undefined> {
  return knex<PaymentLinkRecord>(TABLE)
    .where("token_hash", tokenHash)
    .whereNull("deleted_at")
    .first(...COLUMNS)
}

export async function findPaymentLink(knex: Knex, id: string): Promise<PaymentLinkRecord | undefined> {
  return knex<PaymentLinkRecord>(TABLE)
    .where("id", id)
    .whereNull("deleted_at")
    .first(...COLUMNS)
}

/** An invoice's links, the latest first. */
export async function paymentLinksOf(knex: Knex, invoiceId: string): Promise<PaymentLinkRecord[]> {
  return knex<PaymentLinkRecord>(TABLE)
    .where("invoice_id", invoiceId)
    .whereNull("deleted_at")
    .orderBy([
      { column: "created_at", order: "desc" },
      { column: "id", order: "desc" },
    ])
    .limit(50)
    .select(...COLUMNS)
}

/** Ends a link for good. Answers false where it was ended before. */
export async function revokePaymentLink(
  knex: Knex,
  { id, as_of, actor }: { id: string; as_of: CivilDate; actor: string },
): Promise<boolean> {
  const revoked = await knex(TABLE)
    .where({ id })
    .whereNull("revoked_on")
    .whereNull("deleted_at")
    .update({ revoked_on: as_of, revoked_by: actor, updated_at: knex.fn.now() })
  return revoked > 0
}

/** Counts that somebody paid, or tried to, by a link. */
export async function countPaymentLinkUse(knex: Knex, id: string): Promise<void> {
  await knex(TABLE)
    .where({ id })
    .update({ uses: knex.raw("uses + 1"), last_used_at: knex.fn.now() })
}
