import type { ExecArgs } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { readFileSync } from "node:fs"
import { verifyAndNote } from "../workflows/sales/chain/verify-and-note"

/**
 * `npx medusa exec <this file> [an exported checkpoint]`: verifies the sales history, and ends with code 1 where it is
 * broken.
 */
export default async function verify({ container, args = [] }: ExecArgs): Promise<void> {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const [path] = args
  const checkpoint = path === undefined ? null : readFileSync(path, "utf8")
  const found = await verifyAndNote(container, { checkpoint, actor: "system", now: new Date() })
  for (const { kind, sale_id, number } of found.problems) {
    logger.error(`sales: ${kind.replaceAll("_", " ")}: ${sale_id ?? "checkpoint"}, number ${number ?? "-"}`)
  }
  const compared = found.file ? `exported checkpoint ${found.file.number}` : "the database's own checkpoint"
  logger.info(
    `sales: ${found.events} events of ${found.chains} chains read, compared with ${compared}; ` +
      `${found.uncovered_events} events came after it and are covered by their chains alone; ` +
      (found.ok ? "all of it is whole" : `${found.problem_count} problems`),
  )
  process.exitCode = found.ok ? 0 : 1
}
