import { useSubscription } from "../../../lib/billing/use-subscription"
import { useTexts } from "../../../lib/use-texts"

/** A subscription in the breadcrumbs, by its number. */
export function SubscriptionCrumb({ id }: { id: string }) {
  const { t } = useTexts("billing")
  const { data } = useSubscription(id)
  return <>{data ? `#${data.subscription.display_id}` : t("subscriptions.one")}</>
}
