import { Button, Text } from "@medusajs/ui"
import { useState, type ReactNode } from "react"
import type { ProfileListAnswer } from "../../../../contracts/customers/profiles"
import type { ProfileStatus } from "../../../../rules/customers/states"
import { queryOf, type ProfileFilters } from "../../../lib/customers/use-profile-filters"
import { queryKeys } from "../../../lib/query-keys"
import { useList } from "../../../lib/use-list"
import { useTexts } from "../../../lib/use-texts"
import { EmptyNote } from "../../ui/empty-note"
import { Loaded } from "../../ui/loaded"
import { Section } from "../../ui/section"
import { CustomerCard } from "./customer-card"

const PAGE = 12

interface CustomerSectionProps {
  status: ProfileStatus
  filters: ProfileFilters
  /** What puts the first one here. */
  emptyAction?: ReactNode
}

/** The current customers, or the potential ones, as cards with pages of their own (C1). */
export function CustomerSection({ status, filters, emptyAction }: CustomerSectionProps) {
  const { t } = useTexts("customers")
  const query = { ...queryOf(filters), status: [status] }
  const key = JSON.stringify(query)
  const [place, setPlace] = useState({ key, offset: 0 })
  // Another search begins at its first page.
  const offset = place.key === key ? place.offset : 0
  const list = useList<ProfileListAnswer>(queryKeys.profiles, "crm/profiles", { ...query, limit: PAGE, offset })
  const { count = 0, has_more: isMore = false } = list.data ?? {}
  const isFiltered = Object.keys(queryOf({ ...filters, status: [] })).length > 0
  const go = (next: number) => setPlace({ key, offset: next })
  // The last one of a page has gone elsewhere: the page before it is shown.
  if (offset > 0 && list.data?.profiles.length === 0) {
    go(Math.max(0, offset - PAGE))
  }

  return (
    <Section title={t(`sections.${status}`)} hint={t(`sections.${status}_hint`)}>
      <Loaded query={list} rows={3}>
        {({ profiles }) =>
          profiles.length === 0 ? (
            <EmptyNote
              title={t(isFiltered ? "table.none_match" : `sections.${status}_empty`)}
              hint={t(isFiltered ? "table.none_match_hint" : `sections.${status}_empty_hint`)}
            >
              {!isFiltered && emptyAction}
            </EmptyNote>
          ) : (
            <>
              <ul
                aria-label={t(`sections.${status}`)}
                className="grid grid-cols-1 gap-3 px-4 py-4 sm:px-6 md:grid-cols-2 xl:grid-cols-3"
              >
                {profiles.map((profile) => (
                  <CustomerCard key={profile.id} profile={profile} />
                ))}
              </ul>
              {(count > PAGE || isMore) && (
                <div className="flex items-center justify-between gap-2 px-6 py-3">
                  <Text size="small" className="text-ui-fg-subtle" role="status">
                    {t(isMore ? "range_at_least" : "range", {
                      from: offset + 1,
                      to: offset + profiles.length,
                      count: Math.max(count, offset + profiles.length),
                    })}
                  </Text>
                  <div className="flex gap-2">
                    <Button
                      size="small"
                      variant="secondary"
                      disabled={offset === 0}
                      onClick={() => go(Math.max(0, offset - PAGE))}
                    >
                      {t("table.prev")}
                    </Button>
                    <Button
                      size="small"
                      variant="secondary"
                      disabled={isMore ? profiles.length < PAGE : offset + PAGE >= count}
                      onClick={() => go(offset + PAGE)}
                    >
                      {t("table.next")}
                    </Button>
                  </div>
                </div>
              )}
            </>
          )
        }
      </Loaded>
    </Section>
  )
}
