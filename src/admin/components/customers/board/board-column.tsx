import { useDroppable } from "@dnd-kit/core"
import { Text, clx } from "@medusajs/ui"
import { Link } from "react-router-dom"
import type { ListedProfileAnswer, ProfileListAnswer } from "../../../../contracts/customers/profiles"
import type { Temperature } from "../../../../rules/customers/states"
import { paramsOf, queryOf, type ProfileFilters } from "../../../lib/customers/use-profile-filters"
import { queryKeys } from "../../../lib/query-keys"
import { useList } from "../../../lib/use-list"
import { useTexts } from "../../../lib/use-texts"
import { Loaded } from "../../ui/loaded"
import { TemperatureBadge } from "../profiles/temperature-badge"
import { BoardCard } from "./board-card"

/** As many as one looks through; the list has the others. */
const MOST = 20

interface BoardColumnProps {
  temperature: Temperature
  filters: ProfileFilters
  moved: { profile: ListedProfileAnswer; to: Temperature } | null
  onMove: (profile: ListedProfileAnswer, to: Temperature) => void
}

/** The customers of one temperature, the last touched first. */
export function BoardColumn({ temperature, filters, moved, onMove }: BoardColumnProps) {
  const { t } = useTexts("customers")
  const { setNodeRef, isOver } = useDroppable({ id: temperature })
  const list = useList<ProfileListAnswer>(queryKeys.profiles, "crm/profiles", {
    ...queryOf({ ...filters, temperature: [temperature] }),
    limit: MOST,
  })
  const withMoved = (profiles: ListedProfileAnswer[]): ListedProfileAnswer[] => {
    const others = profiles.filter(({ id }) => id !== moved?.profile.id)
    return moved?.to === temperature
      ? [{ ...moved.profile, temperature }, ...others]
      : moved && moved.profile.temperature === temperature
        ? others
        : profiles
  }
  return (
    <section
      ref={setNodeRef}
      aria-label={t(`temperatures.${temperature}`)}
      className={clx(
        "bg-ui-bg-subtle flex min-w-0 flex-col gap-y-2 rounded-lg border p-3",
        isOver && "border-ui-border-interactive",
      )}
    >
      <div className="flex items-center justify-between gap-2">
        <TemperatureBadge temperature={temperature} />
        <Text size="small" className="text-ui-fg-subtle tabular-nums">
          {list.data && `${list.data.count}${list.data.has_more ? "+" : ""}`}
        </Text>
      </div>
      <Loaded query={list} rows={3}>
        {({ profiles, count, has_more: isMore }) => (
          <>
            <ul className="flex flex-col gap-y-2">
              {withMoved(profiles).map((profile) => (
                <li key={profile.id}>
                  <BoardCard profile={profile} onMove={(to) => onMove(profile, to)} />
                </li>
              ))}
            </ul>
            {profiles.length === 0 && !moved && (
              <Text size="small" className="text-ui-fg-muted py-4 text-center">
                {t("board.empty")}
              </Text>
            )}
            {(count > MOST || (isMore && profiles.length === MOST)) && (
              <Link
                to={`/crm?${new URLSearchParams(paramsOf({ ...filters, temperature: [temperature] })).toString()}`}
                className="txt-compact-small text-ui-fg-interactive"
              >
                {isMore ? t("board.others_at_least") : t("board.others", { count: count - MOST })}
              </Link>
            )}
          </>
        )}
      </Loaded>
    </section>
  )
}
