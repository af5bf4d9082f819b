import { useQuery } from "@tanstack/react-query"
import type { NoteRevisionAnswer } from "../../../../contracts/customers/notes"
import { queryKeys } from "../../../lib/query-keys"
import { sdk } from "../../../lib/sdk"
import { useFormat } from "../../../lib/use-format"
import { useTexts } from "../../../lib/use-texts"
import { CardRow } from "../../ui/card-row"
import { DetailDrawer } from "../../ui/detail-drawer"
import { Loaded } from "../../ui/loaded"

/** What a note said before it was edited (C5). */
export function NoteRevisions({ noteId }: { noteId: string }) {
  const { t } = useTexts("customers")
  return (
    <DetailDrawer label={t("notes.history")} title={t("notes.history_title")} variant="transparent">
      <Revisions noteId={noteId} />
    </DetailDrawer>
  )
}

function Revisions({ noteId }: { noteId: string }) {
  const { t } = useTexts("customers")
  const format = useFormat()
  const query = useQuery({
    queryKey: [...queryKeys.notes, "revisions", noteId],
    queryFn: () => sdk.client.fetch<{ revisions: NoteRevisionAnswer[] }>(`/admin/crm/notes/${noteId}/revisions`),
    staleTime: 0,
  })
  return (
    <Loaded query={query} rows={2}>
      {({ revisions }) => (
        <ul className="divide-y">
          {revisions.map((revision) => (
            <CardRow
              key={revision.version}
              hint={t("notes.replaced", {
                date: format.instant(revision.created_at),
                name: revision.editor_name ?? t("notes.somebody"),
              })}
              end={t(`priorities.${revision.priority}`)}
            >
              <p className="whitespace-pre-wrap break-words">{revision.text}</p>
            </CardRow>
          ))}
        </ul>
      )}
    </Loaded>
  )
}
