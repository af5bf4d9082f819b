import { compare } from "../../money"
import { isOpen, type DraftBounds } from "./check-bounds"

/** Whether there is a value within both; both bounds are inclusive (D2). The bounds are validated before. */
export function overlaps(a: DraftBounds, b: DraftBounds): boolean {
  return !endsBefore(a, b) && !endsBefore(b, a)
}

const endsBefore = ({ max }: DraftBounds, { min }: DraftBounds): boolean =>
  !isOpen(max) && !isOpen(min) && compare(String(max), String(min)) < 0
