import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type {
  InvoiceEntryKind,
  InvoiceEntrySource,
  InvoicePaymentStatus,
  NewInvoiceEntry,
} from "../../../../rules/billing"
import type { CivilDate } from "../../../../rules/calendar"
import type { Decimal } from "../../../../rules/money"

/** An account that new entries have changed. */
export interface ChangedAccount {
  invoice_id: string
  status: InvoicePaymentStatus
  open_total: Decimal
}

/** What the new entries of a kind add to the sums of the row `p`. */
const plus = (...kinds: InvoiceEntryKind[]): string => kinds.map((kind) => `+ n.${kind}`).join(" ")
const minus = (...kinds: InvoiceEntryKind[]): string => kinds.map((kind) => `- n.${kind}`).join(" ")

const KINDS: readonly InvoiceEntryKind[] = [
  "payment",
  "refund",
  "balance_used",
  "balance_moved",
  "credit_note",
  "written_off",
  "written_off_undone",
]

const SUMS = {
  paid_total: plus("payment"),
  refunded_total: plus("refund"),
  balance_total: `${plus("balance_used")} ${minus("balance_moved")}`,
  credited_total: plus("credit_note"),
  written_off_total: `${plus("written_off")} ${minus("written_off_undone")}`,
} as const

const now = (sum: keyof typeof SUMS): string => `(p.${sum} ${SUMS[sum]})`
const RECEIVED = `(${now("paid_total")} - ${now("refunded_total")} + ${now("balance_total")})`
const OPEN = `(p.invoice_total - ${RECEIVED} - ${now("credited_total")} - ${now("written_off_total")})`

/** As the rule `invoiceAccount` has it. */
const STATUS = `case
  when ${OPEN} > 0 then case when ${RECEIVED} > 0 then 'partly_paid' else 'open' end
  when ${now("written_off_total")} > 0 then 'written_off'
  when p.invoice_total > 0 and ${now("credited_total")} >= p.invoice_total then 'credited'
  else 'paid' end`

const raw = (name: string, value: string): string =>
  `${name} = ${value}, raw_${name} = jsonb_build_object('value', (${value})::text, 'precision', 20)`

/**
 * Writes entries, each once, and what the accounts come to with them, in one statement; returns the accounts that changed.
 * The rows are locked first, in the order of their ids. The sums are of the row as it is under the lock, so that no
 * entry is lost between two writers.
 */
export async function recordInvoiceEntries(trx: Knex, entries: readonly NewInvoiceEntry[]): Promise<ChangedAccount[]> {
  if (!entries.length) {
    return []
  }
  const ids = [...new Set(entries.map(({ invoice_id }) => invoice_id))]
  await trx("billing_invoice_payment").whereIn("invoice_id", ids).orderBy("invoice_id").forUpdate().select("invoice_id")
  const { rows } = await trx.raw<{ rows: ChangedAccount[] }>(
    `with written as (
       insert into billing_invoice_entry
         (id, invoice_id, kind, amount, raw_amount, currency_code, source, source_id, as_of, reason, actor)
       select id, invoice_id, kind, amount, jsonb_build_object('value', amount::text, 'precision', 20), currency_code,
         source, source_id, as_of, reason, actor
       from jsonb_to_recordset(?::jsonb) as x(id text, invoice_id text, kind text, amount numeric, currency_code text,
         source text, source_id text, as_of text, reason text, actor text)
       on conflict (id) do nothing
       returning invoice_id, kind, amount, as_of
     ), n as (
       select invoice_id, max(as_of) as as_of,
         ${KINDS.map((kind) => `coalesce(sum(amount) filter (where kind = '${kind}'), 0) as ${kind}`).join(", ")}
       from written group by invoice_id
     )
     update billing_invoice_payment p set
       ${(Object.keys(SUMS) as (keyof typeof SUMS)[]).map((name) => raw(name, now(name))).join(", ")},
       ${raw("open_total", OPEN)},
       status = ${STATUS},
       paid_on = case when ${OPEN} > 0 then null when ${RECEIVED} > 0 then coalesce(p.paid_on, n.as_of) else p.paid_on end,
       processing_on = case when ${OPEN} > 0 then p.processing_on end,
       updated_at = now()
     from n where n.invoice_id = p.invoice_id and p.invoice_id = any(?)
     returning p.invoice_id, p.status, p.open_total`,
    [JSON.stringify(entries), ids],
  )
  return rows
}

/** An entry of an invoice's account, as it is read. */
export interface InvoiceEntryRecord {
  id: string
  kind: InvoiceEntryKind
  amount: Decimal
  currency_code: string
  source: InvoiceEntrySource
  source_id: string
  as_of: CivilDate
  reason: string | null
  actor: string | null
  created_at: Date
}

/** The entries of an invoice's account, the first one first. */
export async function readInvoiceEntries(knex: Knex, invoiceId: string): Promise<InvoiceEntryRecord[]> {
  return knex("billing_invoice_entry")
    .select("id", "kind", "amount", "currency_code", "source", "source_id", "as_of", "reason", "actor", "created_at")
    .where("invoice_id", invoiceId)
    .whereNull("deleted_at")
    .orderBy(["created_at", "id"])
}

/** What payers' banks took back of invoices, and what of it came back. */
export interface BankReturns {
  returned: Decimal
  reinstated: Decimal
}

/** What payers' banks took back of these invoices, by their entries. */
export async function returnedByBanks(knex: Knex, invoiceIds: readonly string[]): Promise<BankReturns> {
  const sumOf = (kind: InvoiceEntryKind) =>
    knex.raw(`coalesce(sum(amount) filter (where kind = '${kind}'), 0)::text as ??`, [
      kind === "refund" ? "returned" : "reinstated",
    ])
  const row = await knex("billing_invoice_entry")
    .whereIn("invoice_id", [...invoiceIds])
    .where({ source: "return" })
    .whereNull("deleted_at")
    .first<BankReturns | undefined>(sumOf("refund"), sumOf("payment"))
  return row ?? { returned: "0", reinstated: "0" }
}
