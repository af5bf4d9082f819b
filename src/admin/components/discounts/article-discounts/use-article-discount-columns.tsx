import { createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { ArticleDiscountAnswer } from "../../../../contracts/discounts/article-discounts"
import { useDiscountWords } from "../../../lib/discounts/use-discount-words"
import { useGroupNames } from "../../../lib/discounts/use-group-names"
import { NAMESPACE } from "../../../lib/namespace"
import { useFormat } from "../../../lib/use-format"
import { ActiveSwitch } from "../editor/active-switch"
import { TypeBadge } from "./type-badge"

const helper = createDataTableColumnHelper<ArticleDiscountAnswer>()
const MOST_RULES = 2

/** The columns of the list of article discounts; one is switched on or off in its row. */
export function useArticleDiscountColumns() {
  const { t } = useTranslation(NAMESPACE)
  const format = useFormat()
  const words = useDiscountWords()
  const nameOf = useGroupNames()
  return useMemo(() => {
    const sortable = { enableSorting: true, sortAscLabel: t("table.ascending"), sortDescLabel: t("table.descending") }
    return [
      helper.accessor("name", {
        header: t("discounts.fields.name"),
        sortLabel: t("discounts.fields.name"),
        ...sortable,
        cell: ({ row }) => (
          <Link
            to={`/discounts/articles/${row.original.id}`}
            className="text-ui-fg-base focus-visible:shadow-borders-focus rounded-sm outline-none"
            onClick={(event) => event.stopPropagation()}
          >
            {row.original.name}
          </Link>
        ),
      }),
      helper.accessor("type", {
        header: t("discounts.fields.type"),
        sortLabel: t("discounts.fields.type"),
        ...sortable,
        cell: ({ row }) => <TypeBadge type={row.original.type} />,
      }),
      helper.display({
        id: "groups",
        header: t("discounts.fields.groups"),
        cell: ({ row }) => row.original.groups.map(nameOf).join(", ") || t("discounts.nobody"),
      }),
      helper.display({
        id: "value",
        header: t("discounts.fields.value"),
        cell: ({ row }) => {
          const rules = row.original.rules.map(words.ofRule)
          const more = rules.length - MOST_RULES
          return (
            <span className="tabular-nums" title={rules.join(" · ")}>
              {rules.slice(0, MOST_RULES).join(" · ")}
              {more > 0 && ` ${t("discounts.more_rules", { count: more })}`}
            </span>
          )
        },
      }),
      helper.display({
        id: "assigned",
        header: t("discounts.fields.assigned"),
        cell: ({ row }) => t("discounts.assigned_to", { count: row.original.assignments.length }),
      }),
      helper.accessor("used", {
        header: t("discounts.fields.used"),
        sortLabel: t("discounts.fields.used"),
        ...sortable,
        cell: ({ row: { original } }) =>
          original.usage_limit === null
            ? format.number(original.used)
            : t("discounts.used_of", {
                used: format.number(original.used),
                limit: format.number(original.usage_limit),
              }),
      }),
      helper.accessor("is_active", {
        header: t("discounts.fields.active"),
        cell: ({ row: { original } }) => (
          <ActiveSwitch path={`article-discounts/${original.id}`} name={original.name} isActive={original.is_active} />
        ),
      }),
    ]
  }, [t, format, words, nameOf])
}
