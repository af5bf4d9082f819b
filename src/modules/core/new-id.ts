import { monotonicFactory } from "ulid"

const next = monotonicFactory()

/**
 * An id like those of `generateEntityId` that sorts after all that this process made before, in the same millisecond,
 * too. By the hundred it is also many times as fast, as it asks for randomness once a millisecond.
 */
export const newId = (prefix: string): string => `${prefix}_${next()}`
