import { Button, Drawer } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { AssignmentLevel } from "../../../../rules/discounts/states"
import { useArticle } from "../../../lib/discounts/use-article"
import { NAMESPACE } from "../../../lib/namespace"
import { Loaded } from "../../ui/loaded"
import { ArticleList } from "./article-list"

interface ArticleListDrawerProps {
  level: AssignmentLevel
  targetId: string
  title: string
  highlighted: string | null
}

/** Where a discount stands among the others of the same article; the order is changed here. */
export function ArticleListDrawer({ level, targetId, title, highlighted }: ArticleListDrawerProps) {
  const { t } = useTranslation(NAMESPACE)
  const [open, setOpen] = useState(false)
  const query = useArticle(level, targetId, open)
  return (
    <Drawer open={open} onOpenChange={setOpen}>
      <Drawer.Trigger asChild>
        <Button
          type="button"
          size="small"
          variant="transparent"
          aria-label={t("discounts.place_named", { name: title })}
        >
          {t("discounts.place")}
        </Button>
      </Drawer.Trigger>
      <Drawer.Content>
        <Drawer.Header>
          <Drawer.Title>{t("discounts.list_of", { title })}</Drawer.Title>
          <Drawer.Description>{t("discounts.list_hint")}</Drawer.Description>
        </Drawer.Header>
        <Drawer.Body className="overflow-y-auto p-0">
          <Loaded query={query}>
            {({ article }) => (
              <ArticleList
                level={level}
                targetId={targetId}
                title={title}
                list={article.list}
                highlighted={highlighted}
              />
            )}
          </Loaded>
        </Drawer.Body>
        <Drawer.Footer>
          <Drawer.Close asChild>
            <Button size="small" variant="secondary" type="button">
              {t("common.back")}
            </Button>
          </Drawer.Close>
        </Drawer.Footer>
      </Drawer.Content>
    </Drawer>
  )
}
