import { useQuery } from "@tanstack/react-query"
import type {
  ReminderDetailAnswer,
  ReminderMessageAnswer,
  ReminderSettingsAnswer,
} from "../../../../contracts/billing/reminders"
import { queryKeys } from "../../query-keys"
import { sdk } from "../../sdk"

/** When which messages are sent; read anew for each form. */
export const useReminderSettings = () =>
  useQuery({
    queryKey: [...queryKeys.reminders, "settings"],
    queryFn: () => sdk.client.fetch<{ settings: ReminderSettingsAnswer }>("/admin/billing/reminders/settings"),
    staleTime: 0,
    gcTime: 0,
  })

/** A message with what it said. */
export const useReminder = (id: string, enabled: boolean) =>
  useQuery({
    queryKey: [...queryKeys.reminders, "detail", id],
    queryFn: () => sdk.client.fetch<{ reminder: ReminderDetailAnswer }>(`/admin/billing/reminders/${id}`),
    enabled,
  })

/** A message with example data. */
export const useReminderPreview = (about: { template: string; language: string }, enabled: boolean) =>
  useQuery({
    queryKey: [...queryKeys.reminders, "preview", about],
    queryFn: () =>
      sdk.client.fetch<{ message: ReminderMessageAnswer }>("/admin/billing/reminders/preview", { query: about }),
    enabled,
  })
