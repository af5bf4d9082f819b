import { useQuery } from "@tanstack/react-query"
import type { AssignmentLevel } from "../../../rules/discounts/states"
import { queryKeys } from "../query-keys"
import { sdk } from "../sdk"
import type { ArticleAnswer } from "../../../contracts/discounts/articles"

export const articlePath = (level: AssignmentLevel, targetId: string) =>
  `/admin/discounts/articles/${level}/${encodeURIComponent(targetId)}`

/** An article's assignments and its own settings. */
export function useArticle(level: AssignmentLevel, targetId: string, enabled = true) {
  return useQuery({
    queryKey: [...queryKeys.articles, level, targetId],
    queryFn: () => sdk.client.fetch<{ article: ArticleAnswer }>(articlePath(level, targetId)),
    enabled,
    staleTime: 0,
  })
}
