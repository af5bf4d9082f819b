import type { MedusaContainer } from "@medusajs/framework/types"
import type { HistoryStateAnswer } from "../../../contracts/sales/chain"
import { listCheckpoints, SALES_MODULE, type SalesModuleService } from "../../../modules/sales"
import { lastNote } from "./note-in-store"

/** When the history was last verified, and its last checkpoint. */
export async function readHistoryState(container: MedusaContainer): Promise<HistoryStateAnswer> {
  const { db, options } = container.resolve<SalesModuleService>(SALES_MODULE)
  const { checkpoints } = await listCheckpoints(db.knex, { limit: 1, offset: 0 })
  const note = await lastNote(container, "verified")
  return {
    verified: note && {
      at: note.at,
      ok: note.content.ok === true,
      events: Number(note.content.events ?? 0),
      problem_count: Number(note.content.problem_count ?? 0),
      file: typeof note.content.file === "number" ? note.content.file : null,
    },
    last_checkpoint: checkpoints[0] ?? null,
    has_person_secret: options.personSecret !== undefined,
  }
}
