import { createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import { Link } from "react-router-dom"
import type { ArticleDiscountAnswer } from "../../../../contracts/discounts/article-discounts"
import { useDiscountWords } from "../../../lib/discounts/use-discount-words"
import { useGroupNames } from "../../../lib/discounts/use-group-names"
import { useTargetName } from "../../../lib/discounts/use-target-name"
import { useTexts } from "../../../lib/use-texts"
import { useFormat } from "../../../lib/use-format"
import { DiscountStateBadge } from "../editor/discount-state-badge"
import { ActiveSwitch } from "../editor/active-switch"
import { TypeBadge } from "./type-badge"

const helper = createDataTableColumnHelper<ArticleDiscountAnswer>()
const MOST_RULES = 2
const MOST_NAMES = 2
const MOST_IN_TITLE = 50

/** The columns of the list of article discounts; one is switched on or off in its row. */
export function useArticleDiscountColumns() {
  const { t } = useTexts("discounts")
  const format = useFormat()
  const words = useDiscountWords()
  const nameOf = useGroupNames()
  const targetName = useTargetName()
  return useMemo(() => {
    const sortable = { enableSorting: true, sortAscLabel: t("table.ascending"), sortDescLabel: t("table.descending") }
    return [
      helper.select(),
      helper.accessor("name", {
        header: t("fields.name"),
        sortLabel: t("fields.name"),
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
      helper.accessor("state", {
        header: t("fields.status"),
        cell: ({ row }) => <DiscountStateBadge state={row.original.state} />,
      }),
      helper.accessor("type", {
        header: t("fields.type"),
        sortLabel: t("fields.type"),
        ...sortable,
        cell: ({ row }) => <TypeBadge type={row.original.type} />,
      }),
      helper.display({
        id: "groups",
        header: t("fields.groups"),
        cell: ({ row }) => row.original.groups.map(nameOf).join(", ") || t("nobody"),
      }),
      helper.display({
        id: "value",
        header: t("fields.value"),
        cell: ({ row }) => {
          const rules = row.original.rules.map(words.ofRule)
          const more = rules.length - MOST_RULES
          return (
            <span className="tabular-nums" title={rules.join(" · ")}>
              {rules.slice(0, MOST_RULES).join(" · ")}
              {more > 0 && ` ${t("more_rules", { count: more })}`}
            </span>
          )
        },
      }),
      helper.display({
        id: "assigned",
        header: t("fields.assigned"),
        cell: ({ row }) => {
          const names = row.original.assignments.map(targetName)
          const more = names.length - MOST_NAMES
          return (
            <span title={names.slice(0, MOST_IN_TITLE).join(" · ")}>
              {names.slice(0, MOST_NAMES).join(" · ") || t("assigned_to_nothing")}
              {more > 0 && ` ${t("more_rules", { count: more })}`}
            </span>
          )
        },
      }),
      helper.accessor("used", {
        header: t("fields.used"),
        sortLabel: t("fields.used"),
        ...sortable,
        cell: ({ row: { original } }) =>
          original.usage_limit === null
            ? format.number(original.used)
            : t("used_of", {
                used: format.number(original.used),
                limit: format.number(original.usage_limit),
              }),
      }),
      helper.accessor("is_active", {
        header: t("fields.active"),
        cell: ({ row: { original } }) => (
          <ActiveSwitch path={`article-discounts/${original.id}`} name={original.name} isActive={original.is_active} />
        ),
      }),
    ]
  }, [t, format, words, nameOf, targetName])
}
