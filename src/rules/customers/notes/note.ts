import type { CivilDate } from "../../calendar"
import type { NotePriority } from "../states"

/** A note on a profile (C5, C8). Text is text: whoever shows it never takes it for HTML. */
export interface Note {
  id: string
  text: string
  priority: NotePriority
  createdAt: Date
  /** When to come back to it; null: never. */
  followUpOn: CivilDate | null
  /** Since when that is done; null: it is not. */
  followedUpAt: Date | null
}
