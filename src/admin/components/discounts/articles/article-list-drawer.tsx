import { Button, Drawer } from "@medusajs/ui"
import { useState } from "react"
import type { AssignmentLevel } from "../../../../rules/discounts/states"
import { useArticle } from "../../../lib/discounts/use-article"
import { useTexts } from "../../../lib/use-texts"
import { Loaded } from "../../ui/loaded"
import { ArticleList } from "./article-list"

interface ArticleListDrawerProps {
  level: AssignmentLevel
  targetId: string
  title: string
  highlighted: string | null
}

/** A discount among the others of the same article, whose order is changed here. */
export function ArticleListDrawer({ level, targetId, title, highlighted }: ArticleListDrawerProps) {
  const { t } = useTexts("discounts")
  const [open, setOpen] = useState(false)
  const query = useArticle(level, targetId, open)
  return (
    <Drawer open={open} onOpenChange={setOpen}>
      <Drawer.Trigger asChild>
        <Button type="button" size="small" variant="transparent" aria-label={t("place_named", { name: title })}>
          {t("place")}
        </Button>
      </Drawer.Trigger>
      <Drawer.Content>
        <Drawer.Header>
          <Drawer.Title>{t("list_of", { title })}</Drawer.Title>
          <Drawer.Description>{t("list_hint")}</Drawer.Description>
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
