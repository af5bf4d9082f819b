import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Plus } from "@medusajs/icons"
import { Button, type DataTableRowSelectionState } from "@medusajs/ui"
import { useState } from "react"
import { Link, Outlet } from "react-router-dom"
import { Crumb } from "../../../components/ui/crumb"
import { useActivationCommands } from "../../../components/discounts/article-discounts/use-activation-commands"
import { useArticleDiscountColumns } from "../../../components/discounts/article-discounts/use-article-discount-columns"
import { useArticleDiscountFilters } from "../../../components/discounts/article-discounts/use-article-discount-filters"
import { ListTable } from "../../../components/ui/list-table"
import type { ArticleDiscountListAnswer } from "../../../../contracts/discounts/article-discounts"
import { useTexts } from "../../../lib/use-texts"
import { queryKeys } from "../../../lib/query-keys"
import { useList } from "../../../lib/use-list"
import { useTableState } from "../../../lib/use-table-state"

const FILTERS = ["type", "is_active"] as const

/** Both of two choices are none. */
const oneOf = ({ is_active, ...query }: Record<string, unknown>) =>
  Array.isArray(is_active) && is_active.length === 1 ? { ...query, is_active: String(is_active[0]) } : query

const ArticleDiscountsPage = () => {
  const { t } = useTexts("discounts")
  const state = useTableState(FILTERS)
  const list = useList<ArticleDiscountListAnswer>(
    queryKeys.articleDiscounts,
    "discounts/article-discounts",
    oneOf(state.query),
  )
  const columns = useArticleDiscountColumns()
  const [selected, setSelected] = useState<DataTableRowSelectionState>({})
  const commands = useActivationCommands(() => setSelected({}))
  const filters = useArticleDiscountFilters()
  const make = (
    <Button size="small" asChild>
      <Link to="/discounts/articles/new">
        <Plus />
        {t("articles.make")}
      </Link>
    </Button>
  )

  return (
    <>
      <ListTable
        title={t("articles.title")}
        hint={t("articles.hint")}
        actions={make}
        rows={list.data?.article_discounts}
        count={list.data?.count}
        query={list}
        columns={columns}
        filters={filters}
        state={state}
        selection={{ state: selected, onChange: setSelected, commands }}
        hrefOf={(row) => `/discounts/articles/${row.id}`}
        empty={{
          empty: { heading: t("articles.empty"), description: t("articles.empty_hint") },
          filtered: { heading: t("table.none_match"), description: t("table.none_match_hint") },
        }}
        emptyAction={make}
      />
      <Outlet />
    </>
  )
}

export const config = defineRouteConfig({
  label: "menu.articles",
  nested: "/promotions",
  translationNs: "serviceDiscounts",
  rank: 1,
})

export const handle = { breadcrumb: () => <Crumb room="discounts" name="menu.articles" /> }

export default ArticleDiscountsPage
