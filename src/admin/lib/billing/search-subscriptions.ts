import type { SubscriptionListAnswer } from "../../../contracts/billing/subscription-answers"
import { sdk } from "../sdk"
import type { FoundPage, Option } from "../use-found"

const MOST = 20

const optionOf = ({ id, display_id, email }: { id: string; display_id: number; email: string | null }): Option => ({
  id,
  title: `#${display_id}`,
  ...(email && { hint: email }),
})

/** Subscriptions by number, address or title, as their list finds them. */
export async function searchSubscriptions(q: string, offset: number): Promise<FoundPage<Option>> {
  const query = { limit: MOST, offset, ...(q && { q }) }
  const answer = await sdk.client.fetch<SubscriptionListAnswer>("/admin/billing/subscriptions", { query })
  return { options: answer.subscriptions.map(optionOf), count: answer.count }
}

export async function findSubscription(id: string): Promise<Option> {
  const path = `/admin/billing/subscriptions/${id}`
  return optionOf((await sdk.client.fetch<{ subscription: Parameters<typeof optionOf>[0] }>(path)).subscription)
}
