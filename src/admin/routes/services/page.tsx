import { defineRouteConfig } from "@medusajs/admin-sdk"
import { ServerStack } from "@medusajs/icons"
import type { ServiceListAnswer } from "../../../contracts/provisioning/services"
import { useServiceColumns } from "../../components/provisioning/services/use-service-columns"
import { useServiceFilters } from "../../components/provisioning/services/use-service-filters"
import { Crumb } from "../../components/ui/crumb"
import { LinkButton } from "../../components/ui/link-button"
import { ListTable } from "../../components/ui/list-table"
import { queryKeys } from "../../lib/query-keys"
import { useList } from "../../lib/use-list"
import { useTableState } from "../../lib/use-table-state"
import { useTexts } from "../../lib/use-texts"

const FILTERS = ["status", "provider_id"] as const

const ServicesPage = () => {
  const { t } = useTexts("provisioning")
  const state = useTableState(FILTERS)
  const list = useList<ServiceListAnswer>(queryKeys.services, "provisioning/services", state.query)
  const columns = useServiceColumns()
  const filters = useServiceFilters()
  return (
    <ListTable
      title={t("services.title")}
      hint={t("services.hint")}
      rows={list.data?.services}
      count={list.data?.count}
      query={list}
      columns={columns}
      filters={filters}
      state={state}
      hrefOf={(row) => `/services/${row.id}`}
      empty={{
        empty: { heading: t("services.empty"), description: t("services.empty_hint") },
        filtered: { heading: t("table.none_match"), description: t("table.none_match_hint") },
      }}
      emptyAction={<LinkButton to="/offers">{t("services.see_offers")}</LinkButton>}
    />
  )
}

export const config = defineRouteConfig({
  label: "menu.services",
  translationNs: "serviceProvisioning",
  icon: ServerStack,
  rank: 11,
})

export const handle = { breadcrumb: () => <Crumb room="provisioning" name="menu.services" /> }

export default ServicesPage
