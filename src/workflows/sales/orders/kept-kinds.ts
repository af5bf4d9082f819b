import { readSnapshot, type SaleSnapshot, type StoredSnapshot } from "../../../rules/sales"
import type { LineKind } from "./snapshot-of"

/** What a sale has said last; null: it cannot be read. */
export const snapshotBefore = ({ schema, content }: StoredSnapshot): SaleSnapshot | null => {
  const read = readSnapshot(schema, content)
  return read.ok ? read.snapshot : null
}

/** A line stays what it was sold as: a rental that came back has no booking any more. */
export function keptKinds(now: ReadonlyMap<string, LineKind>, before: SaleSnapshot | null): Map<string, LineKind> {
  const kept = (before?.lines ?? []).map(({ id, type, period }) => [id, { type, period }] as const)
  return new Map([...now, ...kept])
}
