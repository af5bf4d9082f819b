import { ImportCustomers } from "../../../components/customers/imports/import-customers"
import { Crumb } from "../../../components/ui/crumb"

const ImportPage = () => <ImportCustomers />

export const handle = { breadcrumb: () => <Crumb room="customers" name="import.title" /> }

export default ImportPage
