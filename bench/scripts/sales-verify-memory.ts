import type { ExecArgs } from "@medusajs/framework/types"
import { verifySales } from "../../src/workflows/sales/chain/verify-sales"
import { writeOutput } from "../support/child"
import { watchMemory } from "../support/watch-memory"

/** So often everything that nobody holds is collected. */
const EVERY_MS = 100

/**
 * The peak of verifying all that is stored, in a process that has done nothing else. It collects as it goes: V8 leaves garbage
 * lying for as long as its heap may grow, which says nothing of what a verification holds.
 */
export default async function salesVerifyMemory({ container }: ExecArgs): Promise<void> {
  const peakOf = await watchMemory()
  const collecting = setInterval(() => globalThis.gc?.(), EVERY_MS)
  const { ok, events } = await verifySales(container, { file: null })
  clearInterval(collecting)
  if (!ok) {
    throw new Error("The seeded history is not whole")
  }
  writeOutput({ events, peak: await peakOf() })
}
