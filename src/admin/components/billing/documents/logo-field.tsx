import { Button, Text } from "@medusajs/ui"
import { useRef } from "react"
import { sdk } from "../../../lib/sdk"
import { useChange } from "../../../lib/use-change"
import { useTexts } from "../../../lib/use-texts"

export interface Logo {
  id: string
  url: string | null
}

interface LogoFieldProps {
  logo: Logo | null
  onChange: (logo: Logo | null) => void
  error?: string | undefined
}

/** The logo: uploaded by Medusa's file module at once, and part of the look when that is saved. */
export function LogoField({ logo, onChange, error }: LogoFieldProps) {
  const { t } = useTexts("billing")
  const input = useRef<HTMLInputElement>(null)
  const upload = useChange({
    change: async (file: File) => {
      const { files } = await sdk.admin.upload.create({ files: [file] })
      return files[0] ? { id: files[0].id, url: files[0].url } : null
    },
    onDone: onChange,
  })
  return (
    <div className="flex flex-wrap items-center gap-3">
      {logo?.url && (
        <img src={logo.url} alt={t("documents.look.logo")} className="max-h-12 max-w-[170px] rounded border p-1" />
      )}
      {logo && !logo.url && <Text size="small">{t("documents.look.logo_chosen")}</Text>}
      <input
        ref={input}
        type="file"
        accept="image/png,image/jpeg"
        className="sr-only"
        tabIndex={-1}
        aria-label={t("documents.look.logo_file")}
        onChange={(event) => {
          const [file] = event.target.files ?? []
          if (file) {
            upload.mutate(file)
          }
          event.target.value = ""
        }}
      />
      <Button
        type="button"
        size="small"
        variant="secondary"
        isLoading={upload.isPending}
        onClick={() => input.current?.click()}
      >
        {t(logo ? "documents.look.logo_replace" : "documents.look.logo_choose")}
      </Button>
      {logo && (
        <Button type="button" size="small" variant="transparent" onClick={() => onChange(null)}>
          {t("documents.look.logo_remove")}
        </Button>
      )}
      {error && (
        <Text size="small" className="text-ui-fg-error" role="alert">
          {error}
        </Text>
      )}
    </div>
  )
}
