import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Death } from "./messages"

/** The statement that a part begins with. */
const BEGINNINGS: Record<string, RegExp> = {
  issuing: /^insert into "billing_renewal"/,
  collecting: /^insert into "billing_charge_attempt"/,
  dispatching: /^update "service_core_outbox_event"/,
  ordering: /^insert into "order" /,
}

/** Counts the statements of this process from now on, by the part that began last. */
export function countStatements(knex: Knex): { counts: Record<string, number>; stop: () => void } {
  const counts: Record<string, number> = {}
  let part = "start"
  const count = ({ sql }: { sql: string }): void => {
    const begun = Object.keys(BEGINNINGS).find((name) => !(name in counts) && BEGINNINGS[name]?.test(sql))
    part = begun ?? part
    counts[part] = (counts[part] ?? 0) + 1
  }
  knex.on("query", count)
  return { counts, stop: () => knex.removeListener("query", count) }
}

/**
 * Kills this process with SIGKILL at its hour: between two statements, or some milliseconds on, in the midst of one.
 * Nothing is closed, released or logged.
 */
export function dieAt(knex: Knex, { phase, statements, milliseconds }: Death): void {
  let left: number | null = phase === null ? statements : null
  knex.on("query", ({ sql }: { sql: string }) => {
    if (left === null && phase !== null && BEGINNINGS[phase]?.test(sql)) {
      left = statements
    }
    if (left === null) {
      return
    }
    if (left === 0) {
      if (milliseconds === 0) {
        process.kill(process.pid, "SIGKILL")
      } else {
        setTimeout(() => process.kill(process.pid, "SIGKILL"), milliseconds)
      }
    }
    left -= 1
  })
}
