import { NOTE_PRIORITIES } from "../states"
import type { Note } from "./note"

type Sorted = Pick<Note, "id" | "priority" | "createdAt">

const newestFirst = (a: Omit<Sorted, "priority">, b: Omit<Sorted, "priority">): number =>
  b.createdAt.getTime() - a.createdAt.getTime() || (a.id < b.id ? 1 : a.id > b.id ? -1 : 0)

/** By priority as it is meant, then the newest by creation, then the latest id (C5). */
export const sortNotes = <One extends Sorted>(notes: readonly One[]): One[] =>
  [...notes].sort(
    (a, b) => NOTE_PRIORITIES.indexOf(a.priority) - NOTE_PRIORITIES.indexOf(b.priority) || newestFirst(a, b),
  )

/** The note that a card shows: the latest by date, whatever its priority (C1). */
export const latestNote = <One extends Omit<Sorted, "priority">>(notes: readonly One[]): One | null =>
  [...notes].sort(newestFirst)[0] ?? null
