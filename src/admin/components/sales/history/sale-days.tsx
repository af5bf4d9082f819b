import { Text } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { findCustomer, searchCustomers } from "../../../lib/store/search-customers"
import { queryKeys } from "../../../lib/query-keys"
import { useAddressFilters } from "../../../lib/sales/use-address-filters"
import { useTexts } from "../../../lib/use-texts"
import { ChosenChip } from "../../ui/forms/chosen-chip"
import { DateInput } from "../../ui/forms/date-input"
import { Picker } from "../../ui/forms/picker"

/** The days that the history is of, by sale and by refund, and whose it is. */
export function SaleDays() {
  const { t } = useTexts("sales")
  const { valueOf, set } = useAddressFilters()
  return (
    <div className="grid grid-cols-1 gap-x-6 gap-y-3 px-6 py-4 lg:grid-cols-[auto_auto_1fr]">
      {(["sold", "refunded"] as const).map((what) => (
        <div key={what} className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <Text size="small" className="text-ui-fg-subtle w-full sm:w-auto">
            {t(`days.${what}`)}
          </Text>
          <DateInput
            label={t(`days.${what}_from`)}
            value={valueOf(`${what}_from`)}
            max={valueOf(`${what}_to`)}
            onChange={(day) => set(`${what}_from`, day)}
          />
          <DateInput
            label={t(`days.${what}_to`)}
            value={valueOf(`${what}_to`)}
            min={valueOf(`${what}_from`)}
            onChange={(day) => set(`${what}_to`, day)}
          />
        </div>
      ))}
      <CustomerFilter id={valueOf("customer_id")} onChange={(id) => set("customer_id", id)} />
    </div>
  )
}

function CustomerFilter({ id, onChange }: { id: string; onChange: (id: string) => void }) {
  const { t } = useTexts("sales")
  const { data } = useQuery({
    queryKey: [...queryKeys.sales, "customer", id],
    queryFn: () => findCustomer(id),
    enabled: id !== "",
  })
  return id ? (
    <ChosenChip title={data?.title ?? id} onRemove={() => onChange("")} />
  ) : (
    <Picker
      label={t("days.customer")}
      kind="sales-of-customer"
      search={searchCustomers}
      chosen={[]}
      onPick={(option) => onChange(option.id)}
    />
  )
}
