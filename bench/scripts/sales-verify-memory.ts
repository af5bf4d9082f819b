import type { ExecArgs } from "@medusajs/framework/types"
import { verifySales } from "../../src/workflows/sales/chain/verify-sales"
import { writeOutput } from "../support/child"
import { watchMemory } from "../support/watch-memory"

/** The peak of verifying all that is stored, in a process that has done nothing else. */
export default async function salesVerifyMemory({ container }: ExecArgs): Promise<void> {
  const peakOf = await watchMemory()
  const { ok, events } = await verifySales(container, { file: null })
  if (!ok) {
    throw new Error("The seeded history is not whole")
  }
  writeOutput({ events, peak: await peakOf() })
}
