import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { OfferRequestSource, OfferRequestStatus } from "../../../../rules/billing"
import type { CivilDate } from "../../../../rules/calendar"
import type { Decimal } from "../../../../rules/money"
import { amountColumns } from "../../../core"

/** What somebody asks for, before an admin has answered. */
export interface NewOfferRequest {
  id: string
  source: OfferRequestSource
  product_id: string
  variant_id: string | null
  title: string
  quantity: number
  name: string
  email: string | null
  phone: string | null
  message: string | null
  customer_id: string | null
  region_id: string | null
  sales_channel_id: string | null
  locale: string | null
  form_key: string
  /** ISO 8601. */
  received_at: string
  as_of: CivilDate
}

export interface OfferRequestRow extends Omit<NewOfferRequest, "received_at"> {
  status: OfferRequestStatus
  received_at: Date
  order_id: string | null
  currency_code: string | null
  unit_price: Decimal | null
  note: string | null
  handled_by: string | null
  handled_on: CivilDate | null
}

const TABLE = "billing_offer_request"

/** Records a request; one form asks once. Answers whether it is this one that did. */
export async function insertOfferRequest(knex: Knex, request: NewOfferRequest): Promise<boolean> {
  const inserted: { id: string }[] = await knex(TABLE)
    .insert({ ...request, status: "open" })
    .onConflict("form_key")
    .ignore()
    .returning("id")
  return inserted.length === 1
}

const COLUMNS = [
  ...["id", "status", "source", "product_id", "variant_id", "title", "quantity", "name", "email", "phone", "message"],
  ...["customer_id", "region_id", "sales_channel_id", "locale", "form_key", "received_at", "as_of", "order_id"],
  ...["currency_code", "note", "handled_by", "handled_on"],
]

/** Those that were not deleted. */
export const offerRequests = (knex: Knex) => knex(TABLE).whereNull("deleted_at")

export const offerRequestColumns = (knex: Knex) => [...COLUMNS, knex.raw("unit_price::text as unit_price")]

export const findOfferRequest = async (knex: Knex, id: string): Promise<OfferRequestRow | undefined> =>
  offerRequests(knex)
    .where({ id })
    .first<OfferRequestRow | undefined>(...offerRequestColumns(knex))

export interface QuotedAs {
  id: string
  order_id: string
  variant_id: string
  quantity: number
  currency_code: string
  unit_price: Decimal
  handled_by: string
  handled_on: CivilDate
}

/** Says that an open request has its draft order; false: somebody else has answered it. */
export async function markQuoted(trx: Knex, { id, unit_price, ...quoted }: QuotedAs): Promise<boolean> {
  return move(trx, id, { ...quoted, ...amountColumns("unit_price", unit_price), status: "quoted" })
}

/** Closes an open request without a quote; false: somebody else has answered it. */
export async function markClosed(
  trx: Knex,
  { id, ...closed }: { id: string; note: string; handled_by: string; handled_on: CivilDate },
): Promise<boolean> {
  return move(trx, id, { ...closed, status: "closed" })
}

async function move(trx: Knex, id: string, change: Record<string, unknown>): Promise<boolean> {
  const moved = await offerRequests(trx)
    .where({ id, status: "open" })
    .update({ ...change, updated_at: trx.fn.now() })
  return moved === 1
}

/** Empties what requests of these customers, and those of these forms, say of people; that something was asked for stays. */
export async function eraseOfferRequests(
  knex: Knex,
  { customerIds, formKeys }: { customerIds: readonly string[]; formKeys: readonly string[] },
): Promise<void> {
  await offerRequests(knex)
    .where((any) =>
      any
        .where((own) => own.whereNotNull("customer_id").whereIn("customer_id", [...customerIds]))
        .orWhereIn("form_key", [...formKeys]),
    )
    .update({ name: "", email: null, phone: null, message: null, updated_at: knex.fn.now() })
}
