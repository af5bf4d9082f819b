import type { Subscription } from "../types"

/** Whether nothing can be done to a subscription any more. */
export const isOver = ({ status }: Pick<Subscription, "status">): boolean =>
  status === "canceled" || status === "expired"
