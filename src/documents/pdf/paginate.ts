export interface PageRoom {
  /** What the rows of the first page have, and those of each later one. */
  first: number
  later: number
  /** What the last page needs below its rows. */
  ending: number
}

/**
 * Which rows stand on which page, in their order: from and to, the last not included. The last page has room for what
 * stands below the table, and the last row above it where both fit. A row that is higher than a page stands on one of its own.
 */
export function paginate(heights: readonly number[], { first, later, ending }: PageRoom): [from: number, to: number][] {
  const pages: [number, number][] = []
  let from = 0
  let used = 0
  heights.forEach((height, index) => {
    const room = pages.length === 0 ? first : later
    if (used + height > room && index > from) {
      pages.push([from, index])
      from = index
      used = 0
    }
    used += height
  })
  pages.push([from, heights.length])
  const room = pages.length === 1 ? first : later
  if (used + ending <= room) {
    return pages
  }
  const last = heights.length - 1
  const moves = last > from && (heights[last] ?? 0) + ending <= later
  const split = moves ? last : heights.length
  return [...pages.slice(0, -1), [from, split], [split, heights.length]]
}
