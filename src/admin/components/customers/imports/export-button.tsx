import { ArrowDownTray } from "@medusajs/icons"
import { Button } from "@medusajs/ui"
import { queryOf, type ProfileFilters } from "../../../lib/customers/use-profile-filters"
import { download } from "../../../lib/download"
import { useChange } from "../../../lib/use-change"
import { useTexts } from "../../../lib/use-texts"

/** What is filtered, as a file (C9). */
export function ExportButton({ filters }: { filters: ProfileFilters }) {
  const { t } = useTexts("customers")
  const save = useChange({
    change: () => download("/admin/crm/profiles/csv", queryOf(filters), "customers.csv"),
  })
  return (
    <Button size="small" variant="secondary" isLoading={save.isPending} onClick={() => save.mutate(undefined)}>
      <ArrowDownTray />
      {t("export")}
    </Button>
  )
}
