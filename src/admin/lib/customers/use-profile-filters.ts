import { useSearchParams } from "react-router-dom"
import type { SavedQuery } from "../../../contracts/customers/saved-filters"
import { PROFILE_STATUSES, TEMPERATURES, type ProfileStatus, type Temperature } from "../../../rules/customers/states"

export type ProfileFilters = SavedQuery

const chosenOf = <Value extends string>(params: URLSearchParams, name: string, all: readonly Value[]): Value[] => {
  const named = (params.get(name) ?? "").split(",")
  return all.filter((value) => named.includes(value))
}

/** The search and the filters of the page, kept in the address, so that they can be linked to and gone back to. */
export function useProfileFilters() {
  const [params, setParams] = useSearchParams()
  const filters: ProfileFilters = {
    q: params.get("q") ?? "",
    status: chosenOf<ProfileStatus>(params, "status", PROFILE_STATUSES),
    temperature: chosenOf<Temperature>(params, "temperature", TEMPERATURES),
    stale: params.get("stale") === "true",
  }
  const apply = (changed: Partial<ProfileFilters>) => setParams(paramsOf({ ...filters, ...changed }), { replace: true })
  return { filters, apply }
}

/** As the address has them; what is not chosen is left out. */
export function paramsOf({ q, status, temperature, stale }: ProfileFilters): Record<string, string> {
  return {
    ...(q && { q }),
    ...(status.length > 0 && { status: status.join(",") }),
    ...(temperature.length > 0 && { temperature: temperature.join(",") }),
    ...(stale && { stale: "true" }),
  }
}

/** As the store is asked. */
export const queryOf = ({ q, status, temperature, stale }: ProfileFilters): Record<string, unknown> => ({
  ...(q && { q }),
  ...(status.length > 0 && { status }),
  ...(temperature.length > 0 && { temperature }),
  ...(stale && { stale: "true" }),
})

/** The list with a choice taken in, or out where it is in. */
export const toggled = <Value>(chosen: readonly Value[], value: Value): Value[] =>
  chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value]
