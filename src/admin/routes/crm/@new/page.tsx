import { NewCustomer } from "../../../components/customers/profiles/new-customer"
import { Crumb } from "../../../components/ui/crumb"

/** Creating one is a layer over the list. */
const NewCustomerPage = () => <NewCustomer />

export const handle = { breadcrumb: () => <Crumb room="customers" name="make" /> }

export default NewCustomerPage
