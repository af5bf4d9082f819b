import { execFileSync } from "child_process"
import { readFileSync } from "fs"
import { Client } from "pg"
import { until } from "../support/until"

async function ask<Row>(url: string, sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: url })
  client.on("error", () => undefined)
  await client.connect()
  try {
    return (await client.query(sql)).rows as Row[]
  } finally {
    await client.end().catch(() => undefined)
  }
}

const commandOf = (pid: number): string =>
  process.platform === "linux"
    ? readFileSync(`/proc/${pid}/cmdline`, "utf8")
    : execFileSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" })

/** How many rows there are, by a connection of its own. */
export const countOf = async (url: string, table: string): Promise<number> => {
  const [row] = await ask<{ count: string }>(url, `select count(*) from ${table}`)
  return Number(row?.count)
}

/** Has a transaction that was committed survive a crash, as a merchant's database does; the tests' own is faster than that. */
export async function commitForGood(url: string): Promise<void> {
  const [row] = await ask<{ name: string }>(url, "select quote_ident(current_database()) as name")
  await ask(url, `alter database ${row?.name} set synchronous_commit = on`)
}

/**
 * Has the server crash and start again, of itself: one of its processes is killed, so it ends all connections in the midst
 * of what they do, and recovers from its log. It runs on this machine.
 */
export async function restartDatabase(url: string): Promise<void> {
  const isThere = () => ask(url, "select 1").then(Boolean, () => false)
  const client = new Client({ connectionString: url })
  client.on("error", () => undefined)
  await client.connect()
  const { rows } = await client.query<{ pid: number }>("select pg_backend_pid() as pid")
  const pid = rows[0]?.pid ?? 0
  if (!commandOf(pid).startsWith("postgres:")) {
    throw new Error(`The database's process ${pid} is none of this machine`)
  }
  process.kill(pid, "SIGKILL")
  await until("the database to be there again", isThere)
}
