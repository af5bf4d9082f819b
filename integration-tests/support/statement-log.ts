import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { relative, resolve } from "path"
import { Client } from "pg"
import { callsFunction, plansOf, type Plan } from "./plans"

/** The tables that grow with every sale: in these, whatever is asked must be found by an index. */
const GROWING = [
  "billing_charge_attempt",
  "billing_exit_request",
  "billing_figure_event",
  "billing_figure_movement",
  "billing_subscription_figure",
  "billing_import",
  "billing_invoice",
  "billing_invoice_payment",
  "billing_invoice_correction",
  "billing_payment_link",
  "billing_price_change",
  "customers_customer",
  "customers_import",
  "customers_link",
  "customers_link_use",
  "customers_note",
  "customers_note_revision",
  "customers_profile",
  "customers_saved_filter",
  "customers_quick_order",
  "customers_temperature_change",
  "service_core_line_record",
  "service_core_outbox_event",
  "billing_offer_request",
  "billing_reminder",
  "billing_renewal",
  "billing_saved_method",
  "billing_subscription",
  "billing_subscription_search",
  "service_core_order_change",
  "service_core_order_task",
  "service_core_timeline_entry",
  "service_core_open_order",
  "service_core_closed_order",
  "billing_subscription_change",
  "billing_subscription_item",
  "billing_trial_use",
  "discounts_applied",
  "discounts_record",
  "discounts_use",
  "discounts_use_count",
  "packages_booking",
  "provisioning_attempt",
  "provisioning_call",
  "provisioning_hold",
  "provisioning_service",
  "sales_checkpoint",
  "sales_checkpoint_head",
  "sales_event",
  "sales_figure",
  "sales_figure_change",
  "sales_head",
  "sales_person",
  "sales_sale",
  "sales_snapshot",
]

/** Indexes that hold nothing but what is waiting to be done, so that all of one may be read. */
const OF_WHAT_WAITS = [
  "IDX_service_core_outbox_event_waiting",
  "IDX_billing_exit_request_next_try_at",
  "IDX_billing_figure_event_waiting",
  "IDX_billing_renewal_preparing",
  "IDX_billing_invoice_payment_owed",
  "IDX_billing_invoice_correction_waiting",
  "IDX_billing_invoice_payment_owed_listed",
  "IDX_billing_invoice_payment_processing",
  "IDX_billing_reminder_next_try_at",
  "IDX_billing_price_change_asked",
  "IDX_billing_price_change_effective",
  "IDX_billing_price_change_tell",
  "IDX_billing_price_change_told",
  "IDX_billing_subscription_change_billed",
  "IDX_billing_subscription_change_crediting",
  "IDX_discounts_record_waiting",
  "IDX_service_core_closed_order_waiting",
  "IDX_service_core_order_task_waiting",
  "IDX_packages_booking_held",
  "IDX_provisioning_call_due",
  "IDX_provisioning_call_open",
  "IDX_sales_figure_empty",
  "IDX_sales_head_changed",
  "IDX_sales_sale_next_on",
]

/**
 * What is asked of all there is: a list's page with its count, by any words; a report of a year; who is there twice.
 */
const OF_ALL = [
  "list-subscriptions",
  "list-invoices",
  "list-price-changes",
  "list-reminders",
  "exit-requests",
  "list-offer-requests",
  "behind-figure",
  "report",
  "list-profiles",
  "duplicate-keys",
  "list-services",
  "list-calls",
  ...[
    "list-sales",
    "figures-by-day",
    "add-up-figures",
    "sale-figures",
    "export-sales",
    "invoice-ledger",
    "read-sale-list",
    "read-sale-chart",
    "write-sales-file",
  ],
]

/** Enough for the planner to prefer an index that leads to few rows, where there is one. */
const ROWS = 2000

interface Statement {
  /** The suite that was the first to ask it. */
  suite: string
  sql: string
  bindings: unknown[]
  from: string
}

const PROJECT = resolve(__dirname, "../..")

/** The file of ours that has asked; "" where Medusa's own repositories have, for us or for a test. */
function sourceOf(stack = ""): string {
  const files = [...stack.matchAll(/\((\/.+?):\d+:\d+\)/g)].map(([, file = ""]) => relative(PROJECT, file))
  return files.find((file) => /^(src|integration-tests)\//.test(file) && !file.endsWith("statement-log.ts")) ?? ""
}

/** Keeps what the product asks of its growing tables while tests run, and says which of it no index answers. */
export class StatementLog {
  private readonly statements = new Map<string, Statement>()
  private readonly mentions = new RegExp(`\\b(${GROWING.join("|")})\\b`)
  /** Whose tests run now. */
  suite = ""

  listen(knex: Knex): void {
    knex.on("query", ({ sql, bindings }: { sql: string; bindings?: unknown[] }) => {
      const isOfInterest = this.mentions.test(sql) || callsFunction(sql)
      if (/^\s*(select|update|delete|with|insert)/i.test(sql) && isOfInterest && !this.statements.has(sql)) {
        const { suite } = this
        this.statements.set(sql, { suite, sql, bindings: bindings ?? [], from: sourceOf(new Error().stack) })
      }
    })
  }

  /** The product's own statements that read a growing table from end to end. All is undone at the end. */
  async readWhole(databaseUrl: string): Promise<string[]> {
    const client = new Client({ connectionString: databaseUrl })
    await client.connect()
    try {
      await client.query("begin")
      await fillTables(client)
      const own = [...this.statements.values()].filter((one) => !isExempt(one))
      const found: string[] = []
      for (const { suite, sql, bindings, from } of own) {
        await client.query("savepoint statement")
        const plans = await plansOf(client, sql, bindings)
        found.push(
          ...plans.flatMap(({ sql: text, plan }) =>
            wholeReads(plan).map((read) => `${suite}: ${from}: ${read} in ${text.slice(0, 500)}`),
          ),
        )
        await client.query("rollback to savepoint statement")
      }
      return found
    } finally {
      await client.query("rollback")
      await client.end()
    }
  }
}

/** How many there are, of all. */
const COUNT = /^select count\(\*\) as "count" from "\w+" as "b0" where "b0"."deleted_at" is null$/

const isExempt = ({ from, sql }: Statement): boolean =>
  !from.startsWith("src/") || COUNT.test(sql) || OF_ALL.some((name) => from.endsWith(`/${name}.ts`))

/** Medusa's index of what is not deleted: all of the table. */
const OF_THE_UNDELETED = /^IDX_(\w+)_deleted_at$/

/** The first rows of a list, in the order of an index. */
const isPage = ({ "Node Type": type, Plans: plans = [] }: Plan): boolean =>
  type === "Limit" && plans.every((part) => /^Index/.test(part["Node Type"]) && !part.Filter)

function wholeReads(plan: Plan): string[] {
  if (isPage(plan)) {
    return []
  }
  const index = plan["Index Name"] ?? ""
  const undeleted = OF_THE_UNDELETED.exec(index)?.[1]
  const table = plan["Relation Name"] ?? undeleted ?? ""
  const isRead = GROWING.includes(table) && /Scan$/.test(plan["Node Type"]) && plan["Node Type"] !== "Bitmap Heap Scan"
  const isLookedUp = OF_WHAT_WAITS.includes(index) || (plan["Index Cond"] !== undefined && !undeleted)
  const own = isRead && !isLookedUp ? [`all of ${table} (${plan.Filter ?? "no filter"})`] : []
  return [...own, ...(plan.Plans ?? []).flatMap(wholeReads)]
}

/** Rows of which each column is another in each, so that the planner knows that a value leads to one row. */
async function fillTables(client: Client): Promise<void> {
  await client.query("set local enable_seqscan = off")
  // Rows alone: triggers would count them, or refuse them.
  await client.query("set local session_replication_role = replica")
  for (const table of GROWING) {
    const { rows: constraints } = await client.query<{ conname: string }>(
      "select conname from pg_constraint where conrelid = $1::regclass and contype in ('c', 'f')",
      [table],
    )
    for (const { conname } of constraints) {
      await client.query(`alter table ${table} drop constraint "${conname}"`)
    }
    const { rows: columns } = await client.query<{ column_name: string; data_type: string }>(
      `select column_name, data_type from information_schema.columns
       where table_schema = 'public' and table_name = $1 and column_name <> 'deleted_at'`,
      [table],
    )
    const names = columns.map(({ column_name }) => `"${column_name}"`).join(", ")
    const values = columns.map((column) => valueOf(table, column)).join(", ")
    await client.query(
      `insert into ${table} (${names}) select ${values} from generate_series(1, ${ROWS}) i on conflict do nothing`,
    )
    await client.query(`analyze ${table}`)
  }
}

function valueOf(table: string, { column_name, data_type }: { column_name: string; data_type: string }): string {
  if (table === "billing_charge_attempt" && column_name === "status") {
    // Some were declined or wait for their customer: an index of these is not empty.
    return "case when i % 10 = 0 then 'requires_action' else 'x' || i end"
  }
  switch (data_type) {
    case "boolean":
      return "i % 2 = 0"
    case "jsonb":
      return "'{}'::jsonb"
    case "ARRAY":
      return "array['x' || i]"
    case "timestamp with time zone":
      return "now() - i * interval '1 hour'"
    case "integer":
    case "numeric":
    case "bigint":
      return "i"
    default:
      if (column_name === "collect_on" || column_name === "dunning_on") {
        // Little waits to be collected, and few owe, at a time.
        return "case when i % 100 = 0 then '2026-01-01' end"
      }
      return /_on$|^period_|^as_of$/.test(column_name) ? "to_char(date '2026-01-01' + i, 'YYYY-MM-DD')" : "'x' || i"
  }
}
