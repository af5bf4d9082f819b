import type { Client } from "pg"

/** A node of a plan, as `explain (format json)` answers it. */
export interface Plan {
  "Node Type": string
  "Relation Name"?: string
  "Index Name"?: string
  "Index Cond"?: string
  Filter?: string
  Plans?: Plan[]
}

export interface PlannedStatement {
  sql: string
  plan: Plan
}

/** Statements inside the database's own functions, which `explain` does not show. */
const FUNCTIONS =
  /\b(service_core_(record_order_changes|take_order_tasks|cart_facts|order_has_records)|packages_(needs_stock_guard|live_bookings|lock_stock|replace_holds)|discounts_is_cart_discounted)\(/

/** Whether a statement calls a function whose statements are worth a look. */
export const callsFunction = (sql: string): boolean => FUNCTIONS.test(sql)

/** The plan of a statement, and of all that it runs inside the database's functions. In the client's transaction. */
export async function plansOf(client: Client, sql: string, bindings: unknown[]): Promise<PlannedStatement[]> {
  const { rows } = await client.query<{ "QUERY PLAN": [{ Plan: Plan }] }>(`explain (format json) ${sql}`, bindings)
  const own = rows.map((row) => ({ sql, plan: row["QUERY PLAN"][0].Plan }))
  return callsFunction(sql) ? [...own, ...(await plansInside(client, sql, bindings))] : own
}

/** Runs the statement: its functions' plans come as notices. */
async function plansInside(client: Client, sql: string, bindings: unknown[]): Promise<PlannedStatement[]> {
  const found: PlannedStatement[] = []
  const listen = ({ message = "" }: { message?: string }) => {
    if (message.startsWith("duration:")) {
      const logged = JSON.parse(message.slice(message.indexOf("{"))) as { "Query Text": string; Plan: Plan }
      found.push({ sql: logged["Query Text"], plan: logged.Plan })
    }
  }
  await client.query("load 'auto_explain'")
  await client.query(`set local auto_explain.log_nested_statements = on; set local auto_explain.log_format = 'json';
    set local auto_explain.log_level = 'notice'; set local auto_explain.log_min_duration = 0`)
  client.on("notice", listen)
  await client.query(sql, bindings).finally(() => client.removeListener("notice", listen))
  await client.query("set local auto_explain.log_min_duration = -1")
  return found
}

/** The tables that a plan reads from end to end. */
export const tablesScanned = (plan: Plan): string[] => [
  ...(plan["Node Type"] === "Seq Scan" ? [plan["Relation Name"] ?? ""] : []),
  ...(plan.Plans ?? []).flatMap(tablesScanned),
]
