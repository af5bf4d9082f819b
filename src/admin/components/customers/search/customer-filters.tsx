import { Button, Input } from "@medusajs/ui"
import type { ProfileListAnswer } from "../../../../contracts/customers/profiles"
import { PROFILE_STATUSES, TEMPERATURES } from "../../../../rules/customers/states"
import { useDebounced } from "../../../lib/customers/use-debounced"
import { queryOf, toggled, type ProfileFilters } from "../../../lib/customers/use-profile-filters"
import { queryKeys } from "../../../lib/query-keys"
import { useFormat } from "../../../lib/use-format"
import { useList } from "../../../lib/use-list"
import { useTexts } from "../../../lib/use-texts"
import { FilterChip } from "./filter-chip"
import { SavedFilters } from "./saved-filters"

interface CustomerFiltersProps {
  filters: ProfileFilters
  onChange: (changed: Partial<ProfileFilters>) => void
}

const NOTHING: ProfileFilters = { q: "", status: [], temperature: [], stale: false }

/** The search and the filters that combine, each with how many it leaves (C2). */
export function CustomerFilters({ filters, onChange }: CustomerFiltersProps) {
  const { t } = useTexts("customers")
  const format = useFormat()
  const [typed, setTyped] = useDebounced(filters.q, (q) => onChange({ q }))
  const list = useList<ProfileListAnswer>(queryKeys.profiles, "crm/profiles", { ...queryOf(filters), limit: 1 })
  const { facets, has_more: isMore = false } = list.data ?? {}
  const shown = (count: number | undefined) =>
    count === undefined ? undefined : `${format.number(count)}${isMore ? "+" : ""}`
  const isChosen = Object.keys(queryOf(filters)).length > 0
  return (
    <div className="flex flex-col gap-3 px-6 py-4">
      <div className="flex flex-wrap items-center gap-2">
        <div className="min-w-0 flex-1 basis-56">
          <Input
            type="search"
            size="small"
            aria-label={t("search.label")}
            placeholder={t("search.placeholder")}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </div>
        <SavedFilters filters={filters} onApply={onChange} />
      </div>
      <div className="flex flex-wrap items-center gap-2" role="group" aria-label={t("search.filters")}>
        {TEMPERATURES.map((temperature) => (
          <FilterChip
            key={temperature}
            label={t(`temperatures.${temperature}`)}
            count={shown(facets?.temperature[temperature])}
            isOn={filters.temperature.includes(temperature)}
            onToggle={() => onChange({ temperature: toggled(filters.temperature, temperature) })}
          />
        ))}
        <span aria-hidden className="bg-ui-border-base hidden h-5 w-px sm:block" />
        {PROFILE_STATUSES.map((status) => (
          <FilterChip
            key={status}
            label={t(`statuses.${status}`)}
            count={shown(facets?.status[status])}
            isOn={filters.status.includes(status)}
            onToggle={() => onChange({ status: toggled(filters.status, status) })}
          />
        ))}
        <span aria-hidden className="bg-ui-border-base hidden h-5 w-px sm:block" />
        <FilterChip
          label={t("search.stale")}
          isOn={filters.stale}
          onToggle={() => onChange({ stale: !filters.stale })}
        />
        {isChosen && (
          <>
            <span role="status" className="txt-compact-small text-ui-fg-subtle">
              {list.data &&
                t(isMore ? "search.found_at_least" : "search.found", {
                  count: list.data.count,
                  shown: format.number(list.data.count),
                })}
            </span>
            <Button size="small" variant="transparent" onClick={() => onChange(NOTHING)}>
              {t("table.clear_all")}
            </Button>
          </>
        )}
      </div>
    </div>
  )
}
