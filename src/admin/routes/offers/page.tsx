import { defineRouteConfig } from "@medusajs/admin-sdk"
import type { OfferListAnswer } from "../../../contracts/billing/offers"
import { ArrangeOffers } from "../../components/billing/offers/arrange-offers"
import { Crumb } from "../../components/ui/crumb"
import { LinkButton } from "../../components/ui/link-button"
import { ListTable } from "../../components/ui/list-table"
import { useOfferColumns } from "../../components/billing/offers/use-offer-columns"
import { useTexts } from "../../lib/use-texts"
import { queryKeys } from "../../lib/query-keys"
import { useList } from "../../lib/use-list"
import { useTableState } from "../../lib/use-table-state"

const OffersPage = () => {
  const { t } = useTexts("billing")
  const state = useTableState()
  const list = useList<OfferListAnswer>(queryKeys.offers, "billing/offers", state.query)
  const columns = useOfferColumns()

  return (
    <ListTable
      title={t("offers.title")}
      hint={t("offers.hint")}
      actions={<ArrangeOffers />}
      rows={list.data?.offers}
      count={list.data?.count}
      query={list}
      columns={columns}
      state={state}
      hrefOf={(row) => `/products/${row.product_id}`}
      empty={{
        empty: { heading: t("offers.empty"), description: t("offers.empty_hint") },
        filtered: { heading: t("table.none_match"), description: t("table.none_match_hint") },
      }}
      emptyAction={<LinkButton to="/products">{t("offers.to_products")}</LinkButton>}
    />
  )
}

export const config = defineRouteConfig({
  label: "menu.offers",
  nested: "/products",
  translationNs: "serviceBilling",
  rank: 1,
})

export const handle = { breadcrumb: () => <Crumb room="billing" name="menu.offers" /> }

export default OffersPage
