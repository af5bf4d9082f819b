import { useParams, type UIMatch } from "react-router-dom"
import { Loaded } from "../../../../components/ui/loaded"
import { SubscriptionInvoices } from "../../../../components/billing/invoices/subscription-invoices"
import { DocumentCheck } from "../../../../components/billing/documents/document-check"
import { PriceChangeSection } from "../../../../components/billing/price-changes/price-change-section"
import { SubscriptionDunning } from "../../../../components/billing/dunning/subscription-dunning"
import { SubscriptionAddresses } from "../../../../components/billing/subscriptions/subscription-addresses"
import { SubscriptionCrumb } from "../../../../components/billing/subscriptions/subscription-crumb"
import { SubscriptionItems } from "../../../../components/billing/subscriptions/subscription-items"
import { SubscriptionRenewals } from "../../../../components/billing/renewals/subscription-renewals"
import { SubscriptionTerms } from "../../../../components/billing/subscriptions/subscription-terms"
import { SubscriptionTimeLine } from "../../../../components/billing/subscriptions/subscription-time-line"
import { UpcomingInvoice } from "../../../../components/billing/subscriptions/upcoming-invoice"
import { ServicesCard } from "../../../../components/provisioning/services/services-card"
import { useSubscription } from "../../../../lib/billing/use-subscription"

const SubscriptionPage = () => {
  const { id = "" } = useParams()
  const query = useSubscription(id)

  return (
    <Loaded query={query} rows={8} framed>
      {({ subscription }) => (
        <div className="flex flex-col gap-3 xl:flex-row xl:items-start">
          <div className="flex min-w-0 flex-col gap-y-3 xl:flex-1">
            <DocumentCheck of="subscriptions" id={subscription.id} />
            <SubscriptionTerms subscription={subscription} />
            <PriceChangeSection subscription={subscription} />
            <SubscriptionDunning subscription={subscription} />
            <SubscriptionItems subscription={subscription} />
            <SubscriptionAddresses subscription={subscription} />
            <SubscriptionRenewals renewals={subscription.renewals} />
            <SubscriptionInvoices invoices={subscription.invoices} />
          </div>
          <div className="flex min-w-0 flex-col gap-y-3 xl:w-[400px]">
            <UpcomingInvoice subscription={subscription} />
            <ServicesCard of={{ subscription_id: subscription.id }} />
            <SubscriptionTimeLine events={subscription.events} />
          </div>
        </div>
      )}
    </Loaded>
  )
}

export const handle = { breadcrumb: ({ params }: UIMatch) => <SubscriptionCrumb id={params.id ?? ""} /> }

export default SubscriptionPage
