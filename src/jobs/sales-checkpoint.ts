import type { MedusaContainer } from "@medusajs/framework/types"
import { keepCheckpoint } from "../workflows/sales/chain/keep-checkpoint"
import { takeCheckpointWorkflow } from "../workflows/sales/chain/take-checkpoint"

/** Every night: a checkpoint over all sales, kept as a private file outside of the database. */
export default async function salesCheckpoint(container: MedusaContainer): Promise<void> {
  const input = { actor: "system", now: new Date().toISOString() }
  const { result } = await takeCheckpointWorkflow(container).run({ input })
  await keepCheckpoint(container, result)
}

export const config = { name: "sales-checkpoint", schedule: "41 2 * * *" }
