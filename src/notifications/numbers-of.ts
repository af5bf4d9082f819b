import type { RenewalReminderData } from "../rules/billing"

/** The subscriptions that a notice is about, by their numbers. */
export const numbersOf = ({ subscription_numbers, subscription_number }: RenewalReminderData): number[] =>
  subscription_numbers ?? [subscription_number]
