import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Plus } from "@medusajs/icons"
import { Button } from "@medusajs/ui"
import { Link, Outlet } from "react-router-dom"
import type { PackageListAnswer } from "../../../contracts/packages/packages"
import { usePackageColumns } from "../../components/packages/catalog/use-package-columns"
import { usePackageFilters } from "../../components/packages/catalog/use-package-filters"
import { Crumb } from "../../components/ui/crumb"
import { ListTable } from "../../components/ui/list-table"
import { queryKeys } from "../../lib/query-keys"
import { useList } from "../../lib/use-list"
import { useTableState } from "../../lib/use-table-state"
import { useTexts } from "../../lib/use-texts"

const FILTERS = ["pricing"] as const

const PackagesPage = () => {
  const { t } = useTexts("packages")
  const state = useTableState(FILTERS)
  const list = useList<PackageListAnswer>(queryKeys.packages, "packages", state.query)
  const columns = usePackageColumns()
  const filters = usePackageFilters()
  const make = (
    <Button size="small" asChild>
      <Link to="/packages/new">
        <Plus />
        {t("make")}
      </Link>
    </Button>
  )
  return (
    <>
      <ListTable
        title={t("title")}
        hint={t("hint")}
        actions={make}
        rows={list.data?.packages}
        count={list.data?.count}
        query={list}
        columns={columns}
        filters={filters}
        state={state}
        hrefOf={(row) => `/packages/${row.product_id}`}
        empty={{
          empty: { heading: t("empty"), description: t("empty_hint") },
          filtered: { heading: t("table.none_match"), description: t("table.none_match_hint") },
        }}
        emptyAction={make}
      />
      <Outlet />
    </>
  )
}

export const config = defineRouteConfig({
  label: "menu.packages",
  nested: "/products",
  translationNs: "servicePackages",
  rank: 2,
})

export const handle = { breadcrumb: () => <Crumb room="packages" name="menu.packages" /> }

export default PackagesPage
