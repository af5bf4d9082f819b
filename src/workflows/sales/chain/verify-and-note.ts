import type { MedusaContainer } from "@medusajs/framework/types"
import { noteInStore } from "./note-in-store"
import { readCheckpointFile } from "./read-checkpoint-file"
import { verifySales, type Verification } from "./verify-sales"

export interface VerificationInput {
  /** The text of an exported checkpoint; null: the database is compared with itself. */
  checkpoint: string | null
  actor: string
  now: Date
}

/** Verifies all sales, and says so in the store's own chain. */
export async function verifyAndNote(
  container: MedusaContainer,
  { checkpoint, actor, now }: VerificationInput,
): Promise<Verification> {
  const file = checkpoint === null ? null : readCheckpointFile(checkpoint)
  const verification = await verifySales(container, { file })
  const { ok, events, problem_count } = verification
  const content = { ok, events, problem_count, file: verification.file?.number ?? null }
  await noteInStore(container, { kind: "verified", actor, now, content })
  return verification
}
