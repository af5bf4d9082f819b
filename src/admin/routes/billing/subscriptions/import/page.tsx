import { ImportSubscriptions } from "../../../../components/billing/imports/import-subscriptions"
import { Crumb } from "../../../../components/ui/crumb"

const ImportPage = () => <ImportSubscriptions />

export const handle = { breadcrumb: () => <Crumb room="billing" name="move_in.title" /> }

export default ImportPage
