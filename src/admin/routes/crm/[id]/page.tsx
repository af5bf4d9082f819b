import { useParams, type UIMatch } from "react-router-dom"
import { CustomerAccountCard } from "../../../components/billing/balance/customer-account-card"
import { CustomerSubscriptionsCard } from "../../../components/billing/subscriptions/customer-subscriptions-card"
import { QuickOrderLinks } from "../../../components/customers/links/quick-order-links"
import { MergeAnother } from "../../../components/customers/merging/merge-another"
import { ProfileNotes } from "../../../components/customers/notes/profile-notes"
import { CustomerOrders } from "../../../components/customers/profiles/customer-orders"
import { LinkedCustomers } from "../../../components/customers/profiles/linked-customers"
import { ProfileCrumb } from "../../../components/customers/profiles/profile-crumb"
import { ProfileHeader } from "../../../components/customers/profiles/profile-header"
import { ProfileTimeLine } from "../../../components/customers/profiles/profile-time-line"
import { TemperatureHistory } from "../../../components/customers/profiles/temperature-history"
import { CustomerServicesCard } from "../../../components/provisioning/services/customer-services-card"
import { Loaded } from "../../../components/ui/loaded"
import { useProfile } from "../../../lib/customers/use-profile"

/** A customer with what each room has of them (C4). */
const ProfilePage = () => {
  const { id = "" } = useParams()
  const query = useProfile(id)
  return (
    <Loaded query={query} rows={8} framed>
      {(profile) => (
        <div className="flex flex-col gap-3 xl:flex-row xl:items-start">
          <div className="flex min-w-0 flex-col gap-y-3 xl:flex-1">
            <ProfileHeader profile={profile} />
            <ProfileNotes profileId={profile.id} />
            {profile.customers.map(({ id: customerId, email }) => (
              <div key={customerId} className="flex flex-col gap-y-3">
                <CustomerOrders customerId={customerId} />
                <CustomerSubscriptionsCard customer={{ id: customerId, email }} />
                <CustomerServicesCard customerId={customerId} />
                <CustomerAccountCard customerId={customerId} />
              </div>
            ))}
          </div>
          <div className="flex min-w-0 flex-col gap-y-3 xl:w-[400px]">
            <QuickOrderLinks of={{ profileId: profile.id }} />
            <LinkedCustomers profile={profile} />
            <MergeAnother profile={profile} />
            <TemperatureHistory history={profile.temperature_history} />
            <ProfileTimeLine events={profile.events} />
          </div>
        </div>
      )}
    </Loaded>
  )
}

export const handle = { breadcrumb: ({ params }: UIMatch) => <ProfileCrumb id={params.id ?? ""} /> }

export default ProfilePage
