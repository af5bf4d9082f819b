import { useQuery } from "@tanstack/react-query"
import { useParams } from "react-router-dom"
import { Crumb } from "../../../../components/ui/crumb"
import { Loaded } from "../../../../components/ui/loaded"
import { SubscriptionInvoices } from "../../../../components/billing/invoices/subscription-invoices"
import { SubscriptionItems } from "../../../../components/billing/subscriptions/subscription-items"
import { SubscriptionRenewals } from "../../../../components/billing/renewals/subscription-renewals"
import { SubscriptionTerms } from "../../../../components/billing/subscriptions/subscription-terms"
import { SubscriptionTimeLine } from "../../../../components/billing/subscriptions/subscription-time-line"
import { UpcomingInvoice } from "../../../../components/billing/subscriptions/upcoming-invoice"
import { queryKeys } from "../../../../lib/query-keys"
import { sdk } from "../../../../lib/sdk"
import type { SubscriptionDetailAnswer } from "../../../../../contracts/billing/subscription-answers"

const SubscriptionPage = () => {
  const { id = "" } = useParams()
  const query = useQuery({
    queryKey: [...queryKeys.subscriptions, "detail", id],
    queryFn: () =>
      sdk.client.fetch<{ subscription: SubscriptionDetailAnswer }>(
        `/admin/billing/subscriptions/${encodeURIComponent(id)}`,
      ),
    staleTime: 0,
  })

  return (
    <Loaded query={query} rows={8} framed>
      {({ subscription }) => (
        <div className="flex flex-col gap-3 xl:flex-row xl:items-start">
          <div className="flex min-w-0 flex-col gap-y-3 xl:flex-1">
            <SubscriptionTerms subscription={subscription} />
            <SubscriptionItems subscription={subscription} />
            <SubscriptionRenewals renewals={subscription.renewals} />
            <SubscriptionInvoices invoices={subscription.invoices} />
          </div>
          <div className="flex min-w-0 flex-col gap-y-3 xl:w-[400px]">
            <UpcomingInvoice subscription={subscription} />
            <SubscriptionTimeLine events={subscription.events} />
          </div>
        </div>
      )}
    </Loaded>
  )
}

export const handle = { breadcrumb: () => <Crumb room="billing" name="subscriptions.one" /> }

export default SubscriptionPage
