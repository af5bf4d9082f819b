import { Text, clx } from "@medusajs/ui"
import type { ReactNode } from "react"
import { Link } from "react-router-dom"
import type { AssignmentLevel } from "../../../../rules/discounts/states"
import type { ListedAssignmentAnswer } from "../../../../contracts/discounts/articles"
import { useDiscountWords } from "../../../lib/discounts/use-discount-words"
import { articlePath } from "../../../lib/discounts/use-article"
import { moved } from "../../../lib/moved"
import { useTexts } from "../../../lib/use-texts"
import { sdk } from "../../../lib/sdk"
import { useChange } from "../../../lib/use-change"
import { SortableList } from "../../ui/sortable-list"
import { AssignmentState } from "./assignment-state"
import { TypeBadge } from "../article-discounts/type-badge"

interface ArticleListProps {
  level: AssignmentLevel
  targetId: string
  title: string
  list: ListedAssignmentAnswer[]
  /** The discount to highlight. */
  highlighted?: string | null
  actionsOf?: (row: ListedAssignmentAnswer) => ReactNode
}

/** The discounts that are assigned to one target, in the order in which they are checked (D12). */
export function ArticleList({ level, targetId, title, list, highlighted, actionsOf }: ArticleListProps) {
  const { t } = useTexts("discounts")
  const own = list.filter((row) => row.level === level)
  const order = useChange({
    change: (assignment_ids: string[]) =>
      sdk.client.fetch(`${articlePath(level, targetId)}/positions`, { method: "POST", body: { assignment_ids } }),
    done: t("positions_saved"),
  })
  const put = (from: number, to: number) =>
    order.mutateAsync(moved(own, from, to).map(({ assignment_id }) => assignment_id)).catch(() => undefined)

  return (
    <SortableList
      label={t("list_of", { title })}
      items={own}
      keyOf={(row) => row.assignment_id}
      nameOf={(row) => row.name}
      onMove={put}
      className="flex flex-col divide-y"
      rowClassName="px-4 py-3"
    >
      {(row) => <AssignedRow row={row} strong={row.discount_id === highlighted} actions={actionsOf?.(row)} />}
    </SortableList>
  )
}

interface AssignedRowProps {
  row: ListedAssignmentAnswer
  strong?: boolean
  actions?: ReactNode
}

/** One assigned discount: what it is, and when it is in force. */
export function AssignedRow({ row, strong, actions }: AssignedRowProps) {
  const words = useDiscountWords()
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <Link
            to={`/discounts/articles/${row.discount_id}`}
            className={clx(
              "focus-visible:shadow-borders-focus break-words rounded-sm outline-none",
              strong ? "txt-small-plus text-ui-fg-base" : "txt-small text-ui-fg-interactive",
            )}
          >
            {row.name}
          </Link>
          <TypeBadge type={row.type} />
          <AssignmentState row={row} />
        </div>
        <Text size="xsmall" className="text-ui-fg-subtle">
          {words.ofPeriod(row)}
        </Text>
      </div>
      {actions}
    </div>
  )
}
