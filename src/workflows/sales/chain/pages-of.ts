/** Reads pages one ahead, so that hashing does not wait for the database. */
export async function* pagesOf<Row>(read: (last: Row | null) => Promise<Row[]>): AsyncGenerator<Row[]> {
  let next = read(null)
  for (;;) {
    const rows = await next
    const last = rows.at(-1)
    if (!last) {
      return
    }
    next = read(last)
    // A failure of the page ahead is thrown where it is awaited.
    next.catch(() => undefined)
    yield rows
  }
}
