import { canonicalJson } from "./canonical-json"
import type { SaleSnapshot, SnapshotShipping } from "./sale-snapshot"

/**
 * Whether two snapshots say the same of what was sold. The database gives the rows of a line's taxes and discounts, and those of
 * credits, in any order.
 */
export const isSoldAlike = (one: SaleSnapshot, other: SaleSnapshot): boolean =>
  canonicalJson(inOrder(one)) === canonicalJson(inOrder(other))

const inOrder = (snapshot: SaleSnapshot): SaleSnapshot => ({
  ...snapshot,
  lines: snapshot.lines.map(withOrder),
  shipping: snapshot.shipping.map(withOrder),
  credits: sorted(snapshot.credits),
})

const withOrder = <Charged extends Pick<SnapshotShipping, "taxes" | "discounts">>(charged: Charged): Charged => ({
  ...charged,
  taxes: sorted(charged.taxes),
  discounts: sorted(charged.discounts),
})

const sorted = <Row>(rows: readonly Row[]): Row[] =>
  rows
    .map((row) => ({ row, said: canonicalJson(row) }))
    .sort((a, b) => (a.said < b.said ? -1 : a.said > b.said ? 1 : 0))
    .map(({ row }) => row)
