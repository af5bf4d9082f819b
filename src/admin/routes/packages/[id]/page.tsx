import { useParams, type UIMatch } from "react-router-dom"
import { PackageCrumb } from "../../../components/packages/catalog/package-crumb"
import { PackageEditor } from "../../../components/packages/catalog/package-editor"
import { Loaded } from "../../../components/ui/loaded"
import { usePackage } from "../../../lib/packages/use-package"
import { useCurrencies } from "../../../lib/store/use-currencies"

const PackagePage = () => {
  const { id = "" } = useParams()
  const currencies = useCurrencies()
  const query = usePackage(id)
  return (
    <Loaded query={currencies} rows={8} framed>
      {(codes) => (
        <Loaded query={query} rows={8} framed>
          {(answer) => <PackageEditor key={answer.product_id} answer={answer} currencies={codes} />}
        </Loaded>
      )}
    </Loaded>
  )
}

export const handle = {
  breadcrumb: ({ params }: UIMatch) => <PackageCrumb productId={params.id ?? ""} />,
}

export default PackagePage
