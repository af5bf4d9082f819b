import { useParams } from "react-router-dom"
import { PickListPage } from "../../../../../components/packages/picking/pick-list-page"
import { Crumb } from "../../../../../components/ui/crumb"
import { Loaded } from "../../../../../components/ui/loaded"
import { usePickList } from "../../../../../lib/packages/use-pick-list"

const OrderPickListPage = () => {
  const { id = "" } = useParams()
  const query = usePickList(id)
  return (
    <Loaded query={query} rows={8} framed>
      {(list) => <PickListPage list={list} />}
    </Loaded>
  )
}

export const handle = { breadcrumb: () => <Crumb room="packages" name="picking.title" /> }

export default OrderPickListPage
