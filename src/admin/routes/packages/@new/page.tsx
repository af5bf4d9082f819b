import { NewPackage } from "../../../components/packages/catalog/new-package"
import { Crumb } from "../../../components/ui/crumb"

/** Creating one is a layer over the list. */
const NewPackagePage = () => <NewPackage />

export const handle = { breadcrumb: () => <Crumb room="packages" name="new.title" /> }

export default NewPackagePage
