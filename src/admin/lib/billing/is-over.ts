import type { SubscriptionAnswer } from "../../../contracts/billing/subscription-answers"

/** Whether nothing can be done to a subscription any more. */
export const isOver = ({ status }: Pick<SubscriptionAnswer, "status">): boolean =>
  status === "canceled" || status === "expired"
