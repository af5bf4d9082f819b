import { Link } from "react-router-dom"
import type { SubscriptionAnswer } from "../../../../contracts/billing/subscription-answers"
import { soldItems } from "../../../lib/billing/sold-items"
import { CardRow } from "../../ui/card-row"
import { NextBill } from "./next-bill"
import { SubscriptionState } from "./subscription-state"

/** Subscriptions in a compact card: number, what is sold, how it stands, when it is billed next. */
export function SubscriptionRows({ subscriptions }: { subscriptions: SubscriptionAnswer[] }) {
  return (
    <ul className="divide-y">
      {subscriptions.map((subscription) => (
        <CardRow
          key={subscription.id}
          hint={subscription.next_bill && <NextBill bill={subscription.next_bill} />}
          end={<SubscriptionState subscription={subscription} />}
        >
          <Link
            to={`/billing/subscriptions/${subscription.id}`}
            className="text-ui-fg-interactive focus-visible:shadow-borders-focus rounded-sm outline-none"
          >
            #{subscription.display_id}
          </Link>{" "}
          {soldItems(subscription.items)}
        </CardRow>
      ))}
    </ul>
  )
}
