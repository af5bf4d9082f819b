import { Badge } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { Link } from "react-router-dom"
import type { OfferAnswer } from "../../../../contracts/billing/offers"
import { queryKeys } from "../../../lib/query-keys"
import { sdk } from "../../../lib/sdk"
import { useTexts } from "../../../lib/use-texts"
import { Loaded } from "../../ui/loaded"

/** What is sold with it, each as a link to its product; one that replaces it says so (B15). */
export function CrossSellList({ crossSells }: { crossSells: OfferAnswer["cross_sells"] }) {
  const { t } = useTexts("billing")
  const ids = crossSells.map(({ product_id }) => product_id)
  const query = useQuery({
    queryKey: [...queryKeys.offers, "cross-sells", ids],
    queryFn: () => sdk.admin.product.list({ id: ids, limit: ids.length, fields: "id,title" }),
  })
  return (
    <Loaded query={query} rows={1}>
      {({ products }) => (
        <ul className="flex flex-col gap-y-1">
          {crossSells.map(({ product_id, replaces }) => (
            <li key={product_id} className="flex flex-wrap items-center gap-2">
              <Link className="text-ui-fg-interactive" to={`/products/${product_id}`}>
                {products.find(({ id }) => id === product_id)?.title ?? product_id}
              </Link>
              {replaces && (
                <Badge size="2xsmall" color="blue">
                  {t("cross_sells.replaces")}
                </Badge>
              )}
            </li>
          ))}
        </ul>
      )}
    </Loaded>
  )
}
