import { Container, Text } from "@medusajs/ui"
import { useSearchParams } from "react-router-dom"
import { useTexts } from "../../../lib/use-texts"
import { DateInput } from "../../ui/forms/date-input"
import { InvoiceOwners, OWNER_FILTERS } from "./invoice-owners"
import { InvoiceSums } from "./invoice-sums"

/** What a list of invoices can be narrowed to by its address alone: days, and whose they are. */
export const ADDRESS_FILTERS = ["issued_from", "issued_to", ...OWNER_FILTERS] as const

/** Those of them that are set. */
export function useAddressFilters(): Record<string, string> {
  const [params] = useSearchParams()
  return Object.fromEntries(
    ADDRESS_FILTERS.flatMap((name) => {
      const value = params.get(name)
      return value ? [[name, value] as const] : []
    }),
  )
}

/** The days that a list of invoices is of, whose they are, and what they come to. */
export function InvoiceDates({ filters }: { filters: Record<string, unknown> }) {
  const { t } = useTexts("billing")
  const [params, setParams] = useSearchParams()
  const set = (name: string, value: string) =>
    setParams(
      (previous) => {
        const next = new URLSearchParams(previous)
        next.delete("offset")
        if (value) {
          next.set(name, value)
        } else {
          next.delete(name)
        }
        return next
      },
      { replace: true },
    )
  return (
    <Container className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 px-6 py-4">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        {(["issued_from", "issued_to"] as const).map((name) => (
          <div key={name} className="flex items-center gap-x-2">
            <Text size="small" className="text-ui-fg-subtle" aria-hidden>
              {t(`accounts.list.${name}`)}
            </Text>
            <DateInput
              label={t(`accounts.list.${name}`)}
              value={params.get(name) ?? ""}
              onChange={(value) => set(name, value)}
            />
          </div>
        ))}
        <InvoiceOwners chosen={(name) => params.get(name)} onChange={set} />
      </div>
      <InvoiceSums filters={filters} />
    </Container>
  )
}
