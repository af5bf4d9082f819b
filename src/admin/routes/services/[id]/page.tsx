import { useParams } from "react-router-dom"
import { ServiceCalls } from "../../../components/provisioning/services/service-calls"
import { ServiceFacts } from "../../../components/provisioning/services/service-facts"
import { ServiceTimeLine } from "../../../components/provisioning/services/service-time-line"
import { Crumb } from "../../../components/ui/crumb"
import { Loaded } from "../../../components/ui/loaded"
import { useService } from "../../../lib/provisioning/use-provisioning"

const ServicePage = () => {
  const { id = "" } = useParams()
  const query = useService(id)
  return (
    <Loaded query={query} rows={8} framed>
      {({ service }) => (
        <div className="flex flex-col gap-3 xl:flex-row xl:items-start">
          <div className="flex min-w-0 flex-col gap-y-3 xl:flex-1">
            <ServiceFacts service={service} />
            <ServiceCalls calls={service.calls} />
          </div>
          <div className="flex min-w-0 flex-col gap-y-3 xl:w-[400px]">
            <ServiceTimeLine events={service.events} />
          </div>
        </div>
      )}
    </Loaded>
  )
}

export const handle = { breadcrumb: () => <Crumb room="provisioning" name="services.one" /> }

export default ServicePage
