import { contentLineOf, outLineOf, PACKAGES_ROOM } from "../../../rules/packages"
import type { LineRecord } from "../../../rules/cart"
import type { SoldLine, SoldLines } from "../../ports/sold-lines"
import { packageRecordsOfOrder } from "./package-records-of-order"

const instant = (at: string): string => new Date(at).toISOString()

/** Which lines of an order are rented, and for how long, which ship what is rented, and which are packages of others. */
export const rentedLines: SoldLines = {
  ofOrder: async (container, order) => {
    const records = await packageRecordsOfOrder(container, order)
    const contents = contentsByRecord(records)
    return new Map(
      [...records].flatMap(([id, record]): [string, SoldLine][] => {
        const line = { ...rented(record), ...within(contents.get(record.id)) }
        return Object.keys(line).length ? [[id, line]] : []
      }),
    )
  },
}

function rented({ room, kind, payload }: LineRecord): SoldLine {
  const period = outLineOf(payload)?.period
  if (period) {
    return { period: { from: instant(period.from), to: instant(period.to) } }
  }
  return room === PACKAGES_ROOM && kind === "delivery" ? { isDelivery: true } : {}
}

const within = (contents: string[] | undefined): SoldLine => (contents ? { contents } : {})

/** The lines of contents, by the record of the package that they are in; a package among them is its own contents. */
function contentsByRecord(records: ReadonlyMap<string, LineRecord>): Map<string, string[]> {
  const all = [...records].flatMap(([id, { parentId, payload }]) => {
    const slot = contentLineOf(payload)?.slot
    return parentId === null || slot === undefined ? [] : [{ id, parentId, slot }]
  })
  const isPackage = ({ parentId, slot }: (typeof all)[number]): boolean =>
    all.some((one) => one.parentId === parentId && one.slot.startsWith(`${slot}/`))
  const contents = new Map<string, string[]>()
  for (const { id, parentId } of all.filter((one) => !isPackage(one))) {
    contents.set(parentId, [...(contents.get(parentId) ?? []), id])
  }
  return contents
}
