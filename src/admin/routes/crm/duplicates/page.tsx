import { DuplicateList } from "../../../components/customers/merging/duplicate-list"
import { Crumb } from "../../../components/ui/crumb"

const DuplicatesPage = () => <DuplicateList />

export const handle = { breadcrumb: () => <Crumb room="customers" name="duplicates.title" /> }

export default DuplicatesPage
