import { withMoneyOf, type MovedLine } from "./with-money-of"
import { isAnswerObject, namedLines, type HiddenLines } from "./hidden-lines"

/**
 * An answer without the lines of hidden contents and whatever names them (P13). Their money stands on the line of their
 * package, so the lines of a list add up to what they did before. Takes plain data, and leaves it as it is. Metadata is
 * the merchant's own.
 */
export function withoutHidden(answer: unknown, hidden: HiddenLines): unknown {
  if (Array.isArray(answer)) {
    return listWithout(answer, hidden)
  }
  if (!isAnswerObject(answer)) {
    return answer
  }
  return Object.fromEntries(
    Object.entries(answer).map(([name, child]) => {
      if (name === "metadata") {
        return [name, child]
      }
      return [name, hiddenLineOf(child, hidden) === null ? withoutHidden(child, hidden) : null]
    }),
  )
}

function hiddenLineOf(part: unknown, hidden: HiddenLines): string | null {
  return namedLines(part).find((id) => hidden.has(id)) ?? null
}

function listWithout(list: readonly unknown[], hidden: HiddenLines): unknown[] {
  const moneyOf = new Map<string, MovedLine[]>()
  const shown = list.filter((part) => {
    const id = hiddenLineOf(part, hidden)
    const { packageLineId = null, perPackage = 1 } = (id === null ? null : hidden.get(id)) ?? {}
    if (packageLineId !== null && isAnswerObject(part)) {
      moneyOf.set(packageLineId, [...(moneyOf.get(packageLineId) ?? []), { line: part, perPackage }])
    }
    return id === null
  })
  return shown.flatMap((part) => {
    const moved = isAnswerObject(part) ? namedLines(part).flatMap((id) => moneyOf.get(id) ?? []) : []
    const after = withoutHidden(isAnswerObject(part) ? withMoneyOf(part, moved) : part, hidden)
    return isEmptied(part, after) ? [] : [after]
  })
}

/** A fulfilment or a return of nothing but hidden lines. */
const isEmptied = (before: unknown, after: unknown): boolean => itemsOf(before) > 0 && itemsOf(after) === 0

const itemsOf = (part: unknown): number => (isAnswerObject(part) && Array.isArray(part.items) ? part.items.length : 0)
