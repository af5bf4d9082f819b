import { useSearchParams } from "react-router-dom"

/** What the history can be narrowed to by its address alone: days, and whose sales they are. */
export const ADDRESS_FILTERS = ["sold_from", "sold_to", "refunded_from", "refunded_to", "customer_id"] as const
export type AddressFilter = (typeof ADDRESS_FILTERS)[number]

/** Those of them that are set, and how they are set; an empty value takes one away. */
export function useAddressFilters() {
  const [params, setParams] = useSearchParams()
  const filters = Object.fromEntries(
    ADDRESS_FILTERS.flatMap((name) => {
      const value = params.get(name)
      return value ? [[name, value] as const] : []
    }),
  )
  const set = (name: AddressFilter, value: string) =>
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
  return { filters, valueOf: (name: AddressFilter) => params.get(name) ?? "", set }
}
