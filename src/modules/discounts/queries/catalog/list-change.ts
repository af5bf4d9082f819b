interface Change<Row extends { id: string }> {
  before: Row[]
  after: Row[]
}

/** The order of keys does not matter. */
const same = (a: object, b: object): boolean => {
  const entries = (value: object) => JSON.stringify(Object.entries(value).sort(([x], [y]) => (x < y ? -1 : 1)))
  return entries(a) === entries(b)
}

/** Rows that are new or changed. */
export function changed<Row extends { id: string }>({ before, after }: Change<Row>): Row[] {
  const old = new Map(before.map((row) => [row.id, row]))
  return after.filter((row) => {
    const was = old.get(row.id)
    return !was || !same(was, row)
  })
}

/** Ids of the rows to delete. */
export function removed<Row extends { id: string }>({ before, after }: Change<Row>): string[] {
  const kept = new Set(after.map((row) => row.id))
  return before.map((row) => row.id).filter((id) => !kept.has(id))
}
