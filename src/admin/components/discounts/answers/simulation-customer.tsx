import { useController, useFormContext, useWatch } from "react-hook-form"
import { searchGroups } from "../../../lib/store/list-groups"
import { searchCustomers } from "../../../lib/store/search-customers"
import type { SimulationForm } from "../../../lib/discounts/simulation-form"
import { useGroupNames } from "../../../lib/discounts/use-group-names"
import { useTexts } from "../../../lib/use-texts"
import { ChosenChip } from "../../ui/forms/chosen-chip"
import { Field } from "../../ui/forms/field"
import { Picker } from "../../ui/forms/picker"

/** The simulated customer, or a visitor in some groups. */
export function SimulationCustomer() {
  const { t } = useTexts("discounts")
  const { control, setValue } = useFormContext<SimulationForm>()
  const customer = useWatch({ control, name: "customer" })
  const { field: groups } = useController({ control, name: "groups" })
  const nameOf = useGroupNames()
  return (
    <>
      <Field label={t("fields.customer")} hint={t(customer ? "simulator.customer_hint" : "simulator.visitor_hint")}>
        <div className="flex flex-wrap gap-2">
          {customer ? (
            <ChosenChip title={customer.title} onRemove={() => setValue("customer", null)} />
          ) : (
            <Picker
              label={t("simulator.choose_customer")}
              kind="customers"
              search={searchCustomers}
              chosen={[]}
              onPick={({ id, title }) => setValue("customer", { id, title })}
            />
          )}
        </div>
      </Field>
      <Field label={t("fields.groups")} hint={t("simulator.groups_hint")}>
        <div className="flex flex-wrap items-center gap-2">
          {groups.value.map((id) => (
            <ChosenChip
              key={id}
              title={nameOf(id)}
              onRemove={() => groups.onChange(groups.value.filter((group) => group !== id))}
            />
          ))}
          <Picker
            label={t("add_group")}
            kind="groups-of-customers"
            search={searchGroups}
            chosen={groups.value}
            onPick={({ id }) => groups.onChange([...groups.value, id])}
          />
        </div>
      </Field>
    </>
  )
}
