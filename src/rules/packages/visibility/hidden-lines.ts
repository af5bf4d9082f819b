import { LINE_KEY } from "../../cart"

export interface HiddenLine {
  /** Null: it is not among the lines of the answer. */
  packageLineId: string | null
  /** How many of it one package has: counts where an answer does not say the lines' quantities. */
  perPackage: number
}

/** The hidden lines of an answer, by line id. */
export type HiddenLines = ReadonlyMap<string, HiddenLine>

/** Ids of lines of carts and orders, as an answer's JSON has them. */
const LINE_ID = /"((?:cali|ordli)_[^"\\]+)"/g

/** The ids of all lines that an answer names, wherever they stand in its JSON. */
export function lineIdsIn(json: string): string[] {
  return [...new Set([...json.matchAll(LINE_ID)].map(([, id = ""]) => id))]
}

/** Under these names Medusa's answers say which line something belongs to. */
const OF_LINE = ["id", "item_id", "line_item_id", "reference_id"]
const WITH_LINE = ["item", "line_item", "detail", "details"]

export type AnswerObject = Record<string, unknown>

export const isAnswerObject = (value: unknown): value is AnswerObject =>
  typeof value === "object" && value !== null && !Array.isArray(value)

/** The ids by which a part of an answer says that it is a line, or of a line, each once. */
export function namedLines(part: unknown): string[] {
  if (typeof part === "string") {
    return [part]
  }
  if (!isAnswerObject(part)) {
    return []
  }
  const own = OF_LINE.flatMap((name) => (typeof part[name] === "string" ? [part[name]] : []))
  const inside = WITH_LINE.flatMap((name) => (isAnswerObject(part[name]) ? namedLines(part[name]) : []))
  return [...new Set([...own, ...inside])]
}

/**
 * Whether no line of an answer can be hidden, as the answer itself tells: every line of which the server has a record
 * has its key in its metadata. So it must show the metadata of each line that it names, and no key.
 */
export function hasPlainLinesOnly(json: string, answer: unknown, lineIds: readonly string[]): boolean {
  if (json.includes(LINE_KEY)) {
    return false
  }
  const shown = new Set<string>()
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) {
      value.forEach(visit)
    } else if (isAnswerObject(value)) {
      if (typeof value.id === "string" && "metadata" in value) {
        shown.add(value.id)
      }
      Object.values(value).forEach(visit)
    }
  }
  visit(answer)
  return lineIds.every((id) => shown.has(id))
}
