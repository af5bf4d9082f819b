import { Button, Drawer, Text } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import type { MergePreviewAnswer } from "../../../../contracts/customers/merging"
import type { ProfileAnswer } from "../../../../contracts/customers/profiles"
import { useCustomerProblemWords } from "../../../lib/customers/use-customer-problem-words"
import { profilePath } from "../../../lib/customers/use-profile"
import { queryKeys } from "../../../lib/query-keys"
import { sdk } from "../../../lib/sdk"
import { useChange } from "../../../lib/use-change"
import { useTexts } from "../../../lib/use-texts"
import { Loaded } from "../../ui/loaded"
import { MergePreview } from "./merge-preview"

interface MergeDrawerProps {
  /** The one that stays. */
  winner: Pick<ProfileAnswer, "id" | "name">
  loser: Pick<ProfileAnswer, "id" | "name">
}

/** Shows what a merge would do, and does it. */
export function MergeDrawer({ winner, loser }: MergeDrawerProps) {
  const { t } = useTexts("customers")
  const [open, setOpen] = useState(false)
  return (
    <Drawer open={open} onOpenChange={setOpen}>
      <Drawer.Trigger asChild>
        <Button size="small" variant="secondary">
          {t("merge.into", { name: winner.name })}
        </Button>
      </Drawer.Trigger>
      {open && <MergeContent winner={winner} loser={loser} onDone={() => setOpen(false)} />}
    </Drawer>
  )
}

/** The same, opened by something else. */
export function OpenMergeDrawer({ onClose, ...of }: MergeDrawerProps & { onClose: () => void }) {
  return (
    <Drawer open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <MergeContent {...of} onDone={onClose} />
    </Drawer>
  )
}

function MergeContent({ winner, loser, onDone }: MergeDrawerProps & { onDone: () => void }) {
  const { t } = useTexts("customers")
  return (
    <Drawer.Content className="sm:max-w-[640px]">
      <Drawer.Header>
        <Drawer.Title>{t("merge.title", { loser: loser.name, winner: winner.name })}</Drawer.Title>
        <Drawer.Description>{t("merge.hint")}</Drawer.Description>
      </Drawer.Header>
      <MergeBody winner={winner} loser={loser} onDone={onDone} />
    </Drawer.Content>
  )
}

function MergeBody({ winner, loser, onDone }: MergeDrawerProps & { onDone: () => void }) {
  const { t } = useTexts("customers")
  const path = `${profilePath(winner.id)}/merge`
  const query = useQuery({
    queryKey: [...queryKeys.duplicates, "merge", winner.id, loser.id],
    queryFn: () => sdk.client.fetch<{ merge: MergePreviewAnswer }>(path, { query: { loser_id: loser.id } }),
    staleTime: 0,
    gcTime: 0,
    retry: false,
  })
  const inWords = useCustomerProblemWords()
  const merge = useChange({
    change: (preview: MergePreviewAnswer) =>
      sdk.client.fetch(path, {
        method: "POST",
        body: {
          loser_id: loser.id,
          winner_version: preview.winner.version,
          loser_version: preview.loser.version,
        },
      }),
    done: t("merge.done"),
    onDone,
    inWords,
  })
  const preview = query.data?.merge
  return (
    <>
      <Drawer.Body className="flex flex-col gap-y-6 overflow-y-auto">
        {query.isError ? (
          <Text size="small" role="alert" className="text-ui-fg-error">
            {inWords(query.error.message)}
          </Text>
        ) : (
          <Loaded query={query} rows={4}>
            {(answer) => <MergePreview preview={answer.merge} />}
          </Loaded>
        )}
      </Drawer.Body>
      <Drawer.Footer>
        <Drawer.Close asChild>
          <Button size="small" variant="secondary">
            {t("common.back")}
          </Button>
        </Drawer.Close>
        <Button
          size="small"
          variant="danger"
          disabled={!preview}
          isLoading={merge.isPending}
          onClick={() => preview && merge.mutate(preview)}
        >
          {t("merge.action")}
        </Button>
      </Drawer.Footer>
    </>
  )
}
