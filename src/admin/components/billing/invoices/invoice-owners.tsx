import { useQuery } from "@tanstack/react-query"
import { findSubscription, searchSubscriptions } from "../../../lib/billing/search-subscriptions"
import { queryKeys } from "../../../lib/query-keys"
import { findCustomer, searchCustomers } from "../../../lib/store/search-customers"
import { findOrder, searchOrders } from "../../../lib/store/search-orders"
import type { FoundPage, Option } from "../../../lib/use-found"
import { useTexts } from "../../../lib/use-texts"
import { ChosenChip } from "../../ui/forms/chosen-chip"
import { Picker } from "../../ui/forms/picker"

interface Owner {
  search: (q: string, offset: number) => Promise<FoundPage<Option>>
  find: (id: string) => Promise<Option>
}

/** Whose invoices a list can be narrowed to, by the name of its filter. */
const OWNERS = {
  customer_id: { search: searchCustomers, find: findCustomer },
  order_id: { search: searchOrders, find: findOrder },
  subscription_id: { search: searchSubscriptions, find: findSubscription },
} satisfies Record<string, Owner>

type OwnerFilter = keyof typeof OWNERS
export const OWNER_FILTERS = Object.keys(OWNERS) as OwnerFilter[]

interface InvoiceOwnersProps {
  /** The id that is chosen, by filter. */
  chosen: (filter: OwnerFilter) => string | null
  /** An empty id takes the filter away. */
  onChange: (filter: OwnerFilter, id: string) => void
}

/** Pickers for the customer, the order and the subscription that invoices are listed of. */
export function InvoiceOwners({ chosen, onChange }: InvoiceOwnersProps) {
  const { t } = useTexts("billing")
  return (
    <>
      {OWNER_FILTERS.map((filter) => {
        const id = chosen(filter)
        return id ? (
          <ChosenOwner key={filter} filter={filter} id={id} onRemove={() => onChange(filter, "")} />
        ) : (
          <Picker
            key={filter}
            label={t(`accounts.list.of_${filter}`)}
            kind={`invoices-of-${filter}`}
            search={OWNERS[filter].search}
            chosen={[]}
            onPick={(option) => onChange(filter, option.id)}
          />
        )
      })}
    </>
  )
}

/** Who or what was chosen, by name; one that there is no more by its id. */
function ChosenOwner({ filter, id, onRemove }: { filter: OwnerFilter; id: string; onRemove: () => void }) {
  const { t } = useTexts("billing")
  const { data } = useQuery({
    queryKey: [...queryKeys.targets, "owner", filter, id],
    queryFn: () => OWNERS[filter].find(id),
    retry: false,
  })
  return <ChosenChip title={`${t(`accounts.list.of_${filter}`)}: ${data?.title ?? id}`} onRemove={onRemove} />
}
