import { useSale } from "../../../lib/sales/use-sale"
import { useTexts } from "../../../lib/use-texts"

/** A sale in the breadcrumbs, by its order's number. */
export function SaleCrumb({ id }: { id: string }) {
  const { t } = useTexts("sales")
  const { data } = useSale(id)
  return <>{data ? `#${data.sale.display_id}` : t("menu.sales")}</>
}
