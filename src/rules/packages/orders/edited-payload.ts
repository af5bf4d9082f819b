import type { LinePayload } from "../../cart"
import {
  packagePayload,
  PACKAGES_ROOM,
  type ContentLine,
  type PackageLine,
  type RentalLine,
} from "../cart/package-line"

type EditedSection = PackageLine | ContentLine | RentalLine

/** The payload's section of what an open edit makes of a standing line: it is nothing yet if the edit is given up. */
export const EDIT_SECTION = "packages_edit"

interface EditedLine {
  /** Medusa's order change. */
  change_id: string
  line: EditedSection
}

const editOf = (payload: LinePayload): EditedLine | null => (payload[EDIT_SECTION] as EditedLine | undefined) ?? null

/** The edit that a payload has something of; null: none. */
export const editIdOf = (payload: LinePayload): string | null => editOf(payload)?.change_id ?? null

/** A payload as it is once this edit is confirmed. */
export function payloadInEdit(payload: LinePayload, changeId: string): LinePayload {
  const edit = editOf(payload)
  return edit?.change_id === changeId ? settledPayload(payload, true) : settledPayload(payload, false)
}

/** Keeps what an edit makes of a standing line until it is confirmed. */
export const withEdit = (payload: LinePayload, changeId: string, line: EditedSection): LinePayload => ({
  ...payload,
  [EDIT_SECTION]: { change_id: changeId, line },
})

/** A payload after its edit was confirmed, or was given up. */
export function settledPayload(payload: LinePayload, isConfirmed: boolean): LinePayload {
  const { [EDIT_SECTION]: edit, ...others } = payload
  return edit !== undefined && isConfirmed ? { ...others, ...packagePayload((edit as EditedLine).line) } : others
}

/** The room's section of a payload, whichever line it is of. */
export const sectionOf = (payload: LinePayload): EditedSection | null =>
  (payload[PACKAGES_ROOM] as EditedSection | undefined) ?? null
