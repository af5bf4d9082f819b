import { monotonicFactory } from "ulid"

const next = monotonicFactory()

/**
 * An id like those of `generateEntityId` that sorts after every id this process generated before, in the same
 * millisecond, too. It draws randomness once per millisecond, so large batches are fast.
 */
export const newId = (prefix: string): string => `${prefix}_${next()}`
