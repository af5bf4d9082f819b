import type { CallRow } from "../../../modules/provisioning"

/** A call may have worked: an earlier attempt ended unknown, or its worker was lost. */
export const isInDoubt = (row: Pick<CallRow, "is_in_doubt" | "attempts" | "settled_attempts">): boolean =>
  row.is_in_doubt || row.attempts - 1 > row.settled_attempts
