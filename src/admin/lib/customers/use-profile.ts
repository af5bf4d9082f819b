import { useQuery } from "@tanstack/react-query"
import type { NoteAnswer } from "../../../contracts/customers/notes"
import type { ProfileDetailAnswer } from "../../../contracts/customers/profiles"
import { queryKeys } from "../query-keys"
import { sdk } from "../sdk"

export const profilePath = (id: string): string => `/admin/crm/profiles/${encodeURIComponent(id)}`

/** The profile of a page's address; page and breadcrumb share the query. */
export function useProfile(id: string) {
  return useQuery({
    queryKey: [...queryKeys.profiles, "detail", id],
    queryFn: async () => (await sdk.client.fetch<{ profile: ProfileDetailAnswer }>(profilePath(id))).profile,
    staleTime: 0,
  })
}

/** A customer's notes, the most urgent first. */
export function useNotes(profileId: string) {
  return useQuery({
    queryKey: [...queryKeys.notes, profileId],
    queryFn: async () => (await sdk.client.fetch<{ notes: NoteAnswer[] }>(`${profilePath(profileId)}/notes`)).notes,
    staleTime: 0,
  })
}

/** The profile of a Medusa customer; null: there is none. */
export function useProfileOfCustomer(customerId: string) {
  return useQuery({
    queryKey: [...queryKeys.profiles, "customer", customerId],
    queryFn: async () =>
      (await sdk.client.fetch<{ profile: ProfileDetailAnswer | null }>(`/admin/crm/customers/${customerId}`)).profile,
    staleTime: 0,
  })
}
