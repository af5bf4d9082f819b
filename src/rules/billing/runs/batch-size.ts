/**
 * A batch that fails is tried again with so many times fewer, until what fails is alone; one that succeeds, with so many
 * times more.
 */
const STEP = 4

/** The size after a batch that failed. */
export const smallerBatch = (size: number): number => Math.max(1, Math.floor(size / STEP))

/** The size after one that did not. */
export const largerBatch = (size: number, most: number): number => Math.min(size * STEP, most)
