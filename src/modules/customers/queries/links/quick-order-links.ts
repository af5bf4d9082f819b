import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { isLinkToken, type QuickOrderLink } from "../../../../rules/customers"
import { newId } from "../../../core"
import { linkTokenHash } from "./link-tokens"

export interface NewLink {
  id: string
  profileId: string
  /** Of the token: the token itself goes nowhere. */
  tokenHash: string
  expiresAt: Date
}

/** A link as it is stored. The hash binds sessions and carts to this token; it is never answered. */
export interface StoredLink extends QuickOrderLink {
  tokenHash: string
}

const COLUMNS = {
  id: "l.id",
  profileId: "l.profile_id",
  expiresAt: "l.expires_at",
  revokedAt: "l.revoked_at",
  replacedAt: "l.replaced_at",
} as const

/** How the key of what was asked for begins; any other is that of a session. */
export const REQUEST = "request:"

const STORED = { ...COLUMNS, tokenHash: "l.token_hash" } as const

/**
 * Stores a link's hash, and ends the one before it (C20), whose basket goes along: who has lost a link has lost nothing else. False
 * where the profile is gone. Two at a time wait for each other: the later one replaces the other.
 */
export async function createLink(
  knex: Knex,
  { id, profileId, tokenHash, expiresAt }: NewLink,
  { at, by }: { at: Date; by: string | null },
): Promise<boolean> {
  return knex.transaction(async (trx) => {
    const [profile] = await trx("customers_profile")
      .where({ id: profileId })
      .whereNull("deleted_at")
      .forUpdate()
      .select("id")
    if (!profile) {
      return false
    }
    const replaced: { id: string }[] = await trx("customers_link")
      .where({ profile_id: profileId })
      .whereNull("revoked_at")
      .whereNull("replaced_at")
      .update({ replaced_at: at, updated_at: trx.fn.now() })
      .returning("id")
    await trx("customers_link").insert({
      id,
      profile_id: profileId,
      token_hash: tokenHash,
      expires_at: expiresAt,
      created_by: by,
      created_at: at,
    })
    for (const before of replaced) {
      await takeBasketAlong(trx, before.id, id)
    }
    return true
  })
}

/** What is in the basket of a link that is replaced, with what was written beside it. What is being ordered just now stays there. */
async function takeBasketAlong(trx: Knex, from: string, to: string): Promise<void> {
  await trx.raw(
    `insert into customers_quick_order (id, link_id, turn, items, details)
     select ?, ?, 0, items, details from customers_quick_order
     where link_id = ? and state = 'open' and jsonb_array_length(items) > 0`,
    [newId("cqord"), to, from],
  )
}

/**
 * The link of a token, whatever its state: `openLink` gives the one answer for all that are not live. What has not a
 * token's shape is looked for, too, so that it takes as long.
 */
export async function findLinkByToken(knex: Knex, token: string): Promise<StoredLink | null> {
  const link = await knex("customers_link as l")
    .join("customers_profile as p", "p.id", "l.profile_id")
    .where("l.token_hash", linkTokenHash(isLinkToken(token) ? token : ""))
    .whereNull("p.deleted_at")
    .first<StoredLink | undefined>(STORED)
  return link ?? null
}

/** The link of a session, by its public id. */
export async function findLink(knex: Knex, id: string): Promise<StoredLink | null> {
  const link = await knex("customers_link as l")
    .join("customers_profile as p", "p.id", "l.profile_id")
    .where("l.id", id)
    .whereNull("p.deleted_at")
    .first<StoredLink | undefined>(STORED)
  return link ?? null
}

/** Whose a link is, whatever has become of the profile. */
export async function profileOfLink(knex: Knex, id: string): Promise<string> {
  const link = await knex("customers_link").where({ id }).first<{ profile_id: string } | undefined>("profile_id")
  return link?.profile_id ?? ""
}

export interface ListedLink extends QuickOrderLink {
  createdAt: Date
  createdBy: string | null
  /** In how many sessions something was sent. */
  uses: number
  lastUsedAt: Date | null
  orders: number
}

/** A profile's links, the latest first, with how often each was used and when last. */
export async function linksOfProfile(knex: Knex, profileId: string): Promise<ListedLink[]> {
  // What was asked for has a row of its own beside that of its session.
  const uses = knex("customers_link_use as u")
    .whereRaw("u.link_id = l.id")
    .whereNot("u.form_key", "like", `${REQUEST}%`)
  const orders = knex("customers_quick_order as q").whereRaw("q.link_id = l.id").where("q.state", "placed")
  const rows: (Omit<ListedLink, "uses" | "orders"> & { uses: string; orders: string })[] = await knex(
    "customers_link as l",
  )
    .select({ ...COLUMNS, createdAt: "l.created_at", createdBy: "l.created_by" })
    .select(
      uses.clone().count("*").as("uses"),
      uses.clone().max("u.used_at").as("lastUsedAt"),
      orders.clone().count("*").as("orders"),
    )
    .where("l.profile_id", profileId)
    .orderBy([
      { column: "l.created_at", order: "desc" },
      { column: "l.id", order: "desc" },
    ])
  return rows.map((row) => ({ ...row, uses: Number(row.uses), orders: Number(row.orders) }))
}

/** Ends a link. False where it was revoked before, or there is none. */
export async function revokeLink(knex: Knex, id: string, at: Date): Promise<boolean> {
  const revoked = await knex("customers_link")
    .where({ id })
    .whereNull("revoked_at")
    .update({ revoked_at: at, updated_at: knex.fn.now() })
  return revoked === 1
}

/** Logs that a form of the link's page was sent. False where that form was sent before: a double submit (C20, C24). */
export async function recordLinkUse(knex: Knex, linkId: string, formKey: string, at: Date): Promise<boolean> {
  const rows: { id: string }[] = await knex("customers_link_use")
    .insert({ id: newId("cluse"), link_id: linkId, form_key: formKey, used_at: at })
    .onConflict(["link_id", "form_key"])
    .ignore()
    .returning("id")
  return rows.length === 1
}
