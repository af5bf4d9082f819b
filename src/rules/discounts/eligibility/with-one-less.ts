import type { UsageFacts } from "../types"

/** Uses without one that is this cart's or order's own already. */
export const withOneLess = (usage: UsageFacts): UsageFacts => ({
  ...usage,
  used: Math.max(0, usage.used - 1),
  usedByCustomer: usage.usedByCustomer === null ? null : Math.max(0, usage.usedByCustomer - 1),
})
