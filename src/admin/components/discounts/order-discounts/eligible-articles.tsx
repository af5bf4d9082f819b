import { Trash } from "@medusajs/icons"
import { Badge, Button, IconButton, Text } from "@medusajs/ui"
import { useInfiniteQuery } from "@tanstack/react-query"
import type { EligibilityAnswer } from "../../../../contracts/discounts/articles"
import { useTargetName } from "../../../lib/discounts/use-target-name"
import { queryKeys } from "../../../lib/query-keys"
import { sdk } from "../../../lib/sdk"
import { useChange } from "../../../lib/use-change"
import { useTexts } from "../../../lib/use-texts"
import { EmptyNote } from "../../ui/empty-note"
import { Loaded } from "../../ui/loaded"
import { Section } from "../../ui/section"
import { AssignmentPickers, type ChosenTarget } from "../articles/assignment-pickers"

const PATH = "/admin/discounts/eligibility"
const PAGE = 50

/** Which articles the order discount applies to (D3): all, collections, categories, products, variants. The nearest counts. */
export function EligibleArticles() {
  const { t } = useTexts("discounts")
  const nameOf = useTargetName()
  const query = useInfiniteQuery({
    queryKey: [...queryKeys.articles, "eligibility"],
    queryFn: ({ pageParam }) =>
      sdk.client.fetch<EligibilityAnswer>(PATH, { query: { limit: PAGE, offset: pageParam } }),
    initialPageParam: 0,
    getNextPageParam: ({ offset, targets, count }: EligibilityAnswer) =>
      targets.length > 0 && offset + targets.length < count ? offset + targets.length : undefined,
  })
  const say = useChange({
    change: ({ targets, is }: { targets: ChosenTarget[]; is: boolean | null }) =>
      sdk.client.fetch(PATH, {
        method: "POST",
        body: {
          targets: targets.map(({ level, target_id }) => ({ level, target_id })),
          order_discount_eligible: is,
        },
      }),
    done: t("eligibility.saved"),
  })
  const rows = query.data?.pages.flatMap(({ targets }) => targets) ?? []
  const count = query.data?.pages.at(-1)?.count ?? 0

  return (
    <Section title={t("eligibility.title")} hint={t("eligibility.hint")}>
      <div className="px-6 py-4">
        <AssignmentPickers
          chosen={rows.filter(({ order_discount_eligible }) => order_discount_eligible)}
          onPick={(targets) => say.mutate({ targets, is: true })}
        />
      </div>
      <Loaded query={query} rows={3}>
        {() =>
          rows.length === 0 ? (
            <EmptyNote title={t("eligibility.none")} hint={t("eligibility.none_hint")} />
          ) : (
            <ul aria-label={t("eligibility.title")} className="flex flex-col divide-y">
              {rows.map((row) => (
                <li
                  key={`${row.level} ${row.target_id}`}
                  className="flex flex-wrap items-center gap-x-3 gap-y-2 px-6 py-3"
                >
                  <Badge size="2xsmall">{t(`levels.${row.level}`)}</Badge>
                  <Text size="small" className="min-w-0 flex-1 break-words">
                    {nameOf(row)}
                  </Text>
                  <Button
                    size="small"
                    variant="secondary"
                    onClick={() => say.mutate({ targets: [row], is: !row.order_discount_eligible })}
                  >
                    {t(row.order_discount_eligible ? "product.eligibles.yes" : "product.eligibles.no")}
                  </Button>
                  <IconButton
                    size="small"
                    variant="transparent"
                    aria-label={t("assignments.remove", { name: nameOf(row) })}
                    onClick={() => say.mutate({ targets: [row], is: null })}
                  >
                    <Trash />
                  </IconButton>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      {query.hasNextPage && (
        <div className="flex items-center justify-between px-6 py-3">
          <Text size="small" className="text-ui-fg-subtle">
            {t("eligibility.shown", { shown: rows.length, count })}
          </Text>
          <Button
            size="small"
            variant="transparent"
            isLoading={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >
            {t("eligibility.more")}
          </Button>
        </div>
      )}
    </Section>
  )
}
