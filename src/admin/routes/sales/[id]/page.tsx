import { useParams, type UIMatch } from "react-router-dom"
import { SaleCrumb } from "../../../components/sales/sale/sale-crumb"
import { SaleFacts } from "../../../components/sales/sale/sale-facts"
import { SaleSnapshots } from "../../../components/sales/sale/sale-snapshots"
import { SaleTimeLine } from "../../../components/sales/sale/sale-time-line"
import { Loaded } from "../../../components/ui/loaded"
import { Section } from "../../../components/ui/section"
import { useSale } from "../../../lib/sales/use-sale"
import { useTexts } from "../../../lib/use-texts"

const SalePage = () => {
  const { t } = useTexts("sales")
  const { id = "" } = useParams()
  const query = useSale(id)
  return (
    <Loaded query={query} rows={8} framed>
      {({ sale }) => (
        <div className="flex flex-col gap-3 xl:flex-row xl:items-start">
          <div className="flex min-w-0 flex-col gap-y-3 xl:flex-1">
            <SaleFacts sale={sale} />
            <SaleSnapshots sale={sale} />
          </div>
          <div className="flex min-w-0 flex-col gap-y-3 xl:w-[400px]">
            <Section title={t("time_line")} hint={t("time_line_hint")}>
              <SaleTimeLine events={sale.events} currency={sale.currency_code} />
            </Section>
          </div>
        </div>
      )}
    </Loaded>
  )
}

export const handle = { breadcrumb: ({ params }: UIMatch) => <SaleCrumb id={params.id ?? ""} /> }

export default SalePage
