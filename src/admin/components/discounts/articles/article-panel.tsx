import { Badge, IconButton, Text } from "@medusajs/ui"
import { Trash } from "@medusajs/icons"
import type { ArticleAnswer, ListedAssignmentAnswer } from "../../../../contracts/discounts/articles"
import { useTexts } from "../../../lib/use-texts"
import { sdk } from "../../../lib/sdk"
import { useChange } from "../../../lib/use-change"
import { EmptyNote } from "../../ui/empty-note"
import { AddToArticle } from "./add-to-article"
import { ArticleCosts } from "./article-costs"
import { ArticleEligibility } from "./article-eligibility"
import { ArticleList, AssignedRow } from "./article-list"
import { AssignmentDrawer } from "./assignment-drawer"

interface ArticlePanelProps {
  article: ArticleAnswer & { level: "product" | "variant" }
  title: string
  currencies: string[]
}

/** The discounts of a product or of a variant, what it inherits, and the article's own settings. */
export function ArticlePanel({ article, title, currencies }: ArticlePanelProps) {
  const { t } = useTexts("discounts")
  const own = article.list.filter(({ level }) => level === article.level)
  const inherited = article.list.filter(({ level }) => level !== article.level)
  return (
    <div className="flex flex-col divide-y">
      <div className="flex flex-wrap items-center justify-between gap-2 px-6 py-4">
        <Text size="small" className="text-ui-fg-subtle min-w-0 flex-1">
          {t("list_hint")}
        </Text>
        <AddToArticle article={article} />
      </div>
      {own.length === 0 ? (
        <EmptyNote title={t("product.none")} hint={t("product.none_hint")} />
      ) : (
        <ArticleList
          level={article.level}
          targetId={article.target_id}
          title={title}
          list={article.list}
          actionsOf={(row) => <AssignmentActions row={row} />}
        />
      )}
      {inherited.length > 0 && (
        <div className="flex flex-col gap-y-3 px-6 py-4">
          <Text size="small" weight="plus">
            {t("product.inherited")}
          </Text>
          {inherited.map((row) => (
            <AssignedRow
              key={row.assignment_id}
              row={row}
              actions={<Badge size="2xsmall">{t(`levels.${row.level}`)}</Badge>}
            />
          ))}
        </div>
      )}
      <ArticleEligibility article={article} />
      <ArticleCosts key={`${article.level}-${article.target_id}`} article={article} currencies={currencies} />
    </div>
  )
}

function AssignmentActions({ row }: { row: ListedAssignmentAnswer }) {
  const { t } = useTexts("discounts")
  const remove = useChange({
    change: () => sdk.client.fetch(`/admin/discounts/assignments/${row.assignment_id}`, { method: "DELETE" }),
    done: t("product.removed"),
  })
  return (
    <div className="flex items-center gap-x-1">
      <AssignmentDrawer row={row} />
      <IconButton
        size="small"
        variant="transparent"
        aria-label={t("product.remove", { name: row.name })}
        isLoading={remove.isPending}
        onClick={() => remove.mutate(undefined)}
      >
        <Trash />
      </IconButton>
    </div>
  )
}
